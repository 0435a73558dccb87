-- The indicators on people, computed once more and apart: from the raw files as they lie, by plain SQL, without the catalogue nor any of its steps.
-- Run by test/indicators/golden-people.test.ts, which compares; or by hand in DuckDB after SET VARIABLE folder = '.../data', this_year = 2026.
-- Each statement after a line `-- golden: NAME` gives the rows of that name.
CREATE TEMP MACRO tsv(name) AS TABLE SELECT * FROM read_csv(getvariable('folder') || '/imdb/' || name || '.tsv.gz', delim = '\t', quote = '', escape = '', header = true, nullstr = '\N', all_varchar = true);
CREATE TEMP MACRO csv(name) AS TABLE SELECT * FROM read_csv(getvariable('folder') || '/tmdb/' || name || '.csv.gz', delim = ',', quote = '"', escape = '"', header = true, all_varchar = true, max_line_size = 10000000, parallel = false);

-- Films and series with their votes. TMDB gives the length and the year that IMDb lacks.
CREATE TEMP TABLE vote AS SELECT tconst, max(TRY_CAST(averageRating AS DOUBLE)) AS rating, max(TRY_CAST(numVotes AS INTEGER)) AS votes FROM tsv('title.ratings') GROUP BY tconst;
CREATE TEMP TABLE extra AS SELECT imdb_id AS tconst, max(TRY_CAST(TRY_CAST(runtime AS DOUBLE) AS INTEGER)) AS minutes, max(TRY_CAST(release_date[:4] AS INTEGER)) AS year, bool_or(lower(adult) = 'true') AS adult FROM csv('tmdb_full') WHERE imdb_id LIKE 'tt%' GROUP BY imdb_id;
CREATE TEMP TABLE work AS
SELECT DISTINCT b.tconst, b.titleType AS type, coalesce(CASE WHEN TRY_CAST(b.startYear AS INTEGER) BETWEEN 1888 AND getvariable('this_year') + 5 THEN CAST(b.startYear AS INTEGER) END, CASE WHEN b.titleType = 'movie' THEN e.year END) AS year,
  coalesce(CASE WHEN TRY_CAST(b.runtimeMinutes AS INTEGER) BETWEEN 1 AND 1200 THEN CAST(b.runtimeMinutes AS INTEGER) END, CASE WHEN e.minutes BETWEEN 1 AND 1200 THEN e.minutes END) AS minutes, v.rating, coalesce(v.votes, 0) AS votes
FROM tsv('title.basics') b LEFT JOIN vote v USING (tconst) LEFT JOIN extra e USING (tconst)
WHERE b.titleType IN ('movie', 'tvSeries', 'tvMiniSeries') AND coalesce(b.isAdult, '0') <> '1' AND NOT ('Adult' = ANY (string_split(coalesce(b.genres, ''), ','))) AND NOT coalesce(e.adult, false);
CREATE TEMP TABLE film AS SELECT * FROM work WHERE type = 'movie' AND (minutes IS NULL OR minutes >= 60) AND year BETWEEN 1888 AND getvariable('this_year');
CREATE TEMP TABLE shows AS SELECT * FROM work WHERE type <> 'movie' AND year BETWEEN 1888 AND getvariable('this_year') AND votes >= 1000;

-- People: births, deaths, and the sex that a source tells.
CREATE TEMP TABLE line AS SELECT DISTINCT tconst, TRY_CAST(ordering AS INTEGER) AS place, nconst, category FROM tsv('title.principals') WHERE nconst LIKE 'nm%';
CREATE TEMP TABLE named AS SELECT nconst, any_value(primaryName) AS name, min(TRY_CAST(birthYear AS INTEGER)) AS birth, min(TRY_CAST(deathYear AS INTEGER)) AS death, any_value(',' || coalesce(primaryProfession, '') || ',') AS trades FROM tsv('name.basics') GROUP BY nconst;
CREATE TEMP TABLE theirs AS SELECT id, any_value(nullif(imdb_id, '')) AS nconst, any_value(name) AS name, max(gender) AS gender, min(TRY_CAST(birthday[:4] AS INTEGER)) AS birth, min(TRY_CAST(deathday[:4] AS INTEGER)) AS death FROM csv('tmdb_persons') GROUP BY id HAVING count(DISTINCT nullif(imdb_id, '')) <= 1;
-- A person of TMDB without an identifier of IMDb, credited there, is the one of that name when the works here know only one.
CREATE TEMP TABLE met AS SELECT DISTINCT nconst FROM (SELECT tconst, nconst FROM line UNION ALL SELECT tconst, unnest(string_split(directors, ',')) FROM tsv('title.crew') WHERE directors IS NOT NULL UNION ALL SELECT tconst, unnest(string_split(writers, ',')) FROM tsv('title.crew') WHERE writers IS NOT NULL)
WHERE tconst IN (SELECT tconst FROM tsv('title.basics') WHERE titleType IN ('movie', 'tvMovie', 'tvSeries', 'tvMiniSeries'));
CREATE TEMP TABLE lone AS SELECT name, any_value(nconst) AS nconst FROM named WHERE nconst IN (FROM met) GROUP BY name HAVING count(*) = 1;
CREATE TEMP TABLE heard AS SELECT person_id AS id, min(trim(name)) AS name FROM csv('tmdb_credits') GROUP BY person_id;
CREATE TEMP TABLE acts AS SELECT l.nconst, sum(CASE category WHEN 'actress' THEN 1 ELSE -1 END) AS lean FROM line l JOIN tsv('title.basics') b USING (tconst) WHERE category IN ('actress', 'actor') AND b.titleType IN ('movie', 'tvMovie', 'tvSeries', 'tvMiniSeries') GROUP BY l.nconst;
CREATE TEMP TABLE cast_told AS
SELECT DISTINCT c.imdb_id AS tconst, TRY_CAST(cast_order AS INTEGER) AS seat, c.job, coalesce(t.nconst, n.nconst, 'tm' || lpad(c.person_id, greatest(7, length(c.person_id))::INTEGER, '0')) AS nconst
FROM csv('tmdb_credits') c LEFT JOIN theirs t ON t.id = c.person_id AND t.nconst IS NOT NULL
LEFT JOIN lone n ON n.name = trim(c.name) WHERE c.job IN ('Actor', 'Director') AND c.imdb_id LIKE 'tt%';
CREATE TEMP TABLE somebody AS
SELECT nconst, coalesce(CASE WHEN n.birth <= getvariable('this_year') THEN n.birth END, t.birth) AS birth, coalesce(CASE WHEN n.death <= getvariable('this_year') THEN n.death END, t.death) AS death,
  coalesce(CASE WHEN a.lean > 0 THEN 'woman' WHEN a.lean < 0 THEN 'man' END,
    CASE WHEN trades LIKE '%,actress,%' AND trades NOT LIKE '%,actor,%' THEN 'woman' WHEN trades LIKE '%,actor,%' AND trades NOT LIKE '%,actress,%' THEN 'man' END,
    CASE t.gender WHEN '1' THEN 'woman' WHEN '2' THEN 'man' WHEN '3' THEN 'other' END) AS sex
FROM (SELECT nconst FROM named UNION SELECT nconst FROM line UNION SELECT nconst FROM cast_told UNION SELECT unnest(string_split(directors, ',')) FROM tsv('title.crew') WHERE directors IS NOT NULL)
LEFT JOIN named n USING (nconst) LEFT JOIN acts a USING (nconst)
LEFT JOIN (SELECT coalesce(theirs.nconst, lone.nconst, 'tm' || lpad(theirs.id, greatest(7, length(theirs.id))::INTEGER, '0')) AS nconst, CASE WHEN count(DISTINCT gender) FILTER (gender IN ('1', '2', '3')) = 1 THEN max(gender) FILTER (gender IN ('1', '2', '3')) END AS gender,
  min(birth) FILTER (birth <= getvariable('this_year') AND theirs.nconst IS NOT NULL) AS birth, min(death) FILTER (theirs.nconst IS NOT NULL) AS death FROM theirs LEFT JOIN heard ON heard.id = theirs.id LEFT JOIN lone ON lone.name = heard.name GROUP BY 1) t USING (nconst);

-- The cast of a work up to a place: its rank among those of the list that have one; the others as likely as not.
CREATE TEMP TABLE player AS SELECT tconst, nconst, min(place) AS place FROM line WHERE category IN ('actor', 'actress') GROUP BY tconst, nconst;
CREATE TEMP TABLE seated AS
SELECT tconst, nconst, CASE WHEN place IS NOT NULL THEN rank() OVER (PARTITION BY tconst ORDER BY place NULLS LAST, nconst) ELSE count(place) OVER (PARTITION BY tconst) + (count(*) OVER (PARTITION BY tconst) - count(place) OVER (PARTITION BY tconst)) / 2.0 END AS likely
FROM player
UNION ALL SELECT tconst, nconst, min(seat) + 1 FROM cast_told WHERE job = 'Actor' AND tconst NOT IN (SELECT tconst FROM player) GROUP BY tconst, nconst;
CREATE TEMP TABLE role5 AS SELECT f.*, s.nconst FROM film f JOIN seated s USING (tconst) WHERE likely <= 5 AND votes >= 1000;
CREATE TEMP TABLE role6 AS SELECT true AS cinema, f.tconst, f.year, s.nconst FROM film f JOIN seated s USING (tconst) WHERE likely <= 6 AND votes >= 1000 AND nconst LIKE 'nm%' UNION ALL SELECT false, w.tconst, w.year, s.nconst FROM shows w JOIN seated s USING (tconst) WHERE likely <= 6 AND nconst LIKE 'nm%';

-- golden: volume
SELECT nconst AS id, count(*)::INTEGER AS n FROM role5 GROUP BY nconst ORDER BY n DESC, sum(votes) DESC LIMIT 12;
-- golden: audience
SELECT nconst AS id, sum(votes)::DOUBLE AS n FROM role5 GROUP BY nconst HAVING count(*) >= 5 ORDER BY n DESC LIMIT 12;
-- golden: esteem
WITH rated AS (SELECT nconst, rating FROM role5 WHERE nconst IN (SELECT nconst FROM role5 GROUP BY nconst HAVING count(*) >= 5)),
  mean AS (SELECT nconst, avg(rating) AS m, count(*) AS n FROM rated GROUP BY nconst),
  parts AS (SELECT (SELECT avg(rating) FROM rated) AS mu, sum((rating - m) * (rating - m)) / (count(*) - (SELECT count(*) FROM mean)) AS inside, (SELECT sum(n * (m - (SELECT avg(rating) FROM rated)) ** 2) / (count(*) - 1) FROM mean) AS across,
    (SELECT (sum(n) - sum(n * n) / sum(n)) / (count(*) - 1) FROM mean) AS size FROM rated JOIN mean USING (nconst))
SELECT nconst AS id, (n * m + inside * size / (across - inside) * mu) / (n + inside * size / (across - inside)) AS n FROM mean, parts ORDER BY 2 DESC LIMIT 12;
-- golden: stages
WITH who AS (SELECT nconst, count(*) AS n, bool_or(cinema) AS film, bool_or(NOT cinema) AS series, min(year) AS first FROM role6 GROUP BY nconst),
  dated AS (SELECT w.*, CASE WHEN s.birth IS NULL OR s.death IS NULL AND s.birth < getvariable('this_year') - 105 AND w.first > s.birth + 60 THEN -1 ELSE s.birth - s.birth % 10 END AS born FROM who w JOIN somebody s USING (nconst))
SELECT born::INTEGER AS born, count(*) FILTER (film AND NOT series)::INTEGER AS film, count(*) FILTER (film AND series)::INTEGER AS both, count(*) FILTER (series AND NOT film)::INTEGER AS series FROM dated WHERE n >= 3 GROUP BY born HAVING count(*) >= 30 ORDER BY born;
-- golden: thresholds
WITH who AS (SELECT nconst, count(*) AS n, bool_or(cinema) AND bool_or(NOT cinema) AS crossed FROM role6 GROUP BY nconst)
SELECT k, count(*)::INTEGER AS people, count(*) FILTER (crossed)::INTEGER AS crossed FROM who, (VALUES (1), (2), (3), (5), (10)) t(k) WHERE n >= k GROUP BY k ORDER BY k;
-- golden: ways
WITH who AS (SELECT nconst, min(CASE WHEN cinema THEN year END) AS film, min(CASE WHEN NOT cinema THEN year END) AS series FROM role6 GROUP BY nconst HAVING count(*) >= 3)
SELECT greatest(film, series)::INTEGER // 10 * 10 AS decade, count(*) FILTER (film < series)::INTEGER AS "toSeries", count(*) FILTER (film > series)::INTEGER AS "toFilm", count(*) FILTER (film = series)::INTEGER AS same FROM who WHERE film IS NOT NULL AND series IS NOT NULL GROUP BY 1 ORDER BY 1;
-- golden: ages
WITH aged AS (SELECT r.year // 10 * 10 AS decade, s.sex, r.nconst, r.year - s.birth AS age, s.death IS NULL AND s.birth < getvariable('this_year') - 105 AS doubtful FROM role5 r JOIN somebody s USING (nconst) WHERE s.sex IN ('woman', 'man')),
  sound AS (SELECT decade, sex, nconst, CASE WHEN age BETWEEN 0 AND 105 AND NOT (doubtful AND age > 60) THEN age END AS age FROM aged)
SELECT decade::INTEGER AS decade, sex, median(age)::DOUBLE AS median, quantile_cont(age, 0.25)::DOUBLE AS low, quantile_cont(age, 0.75)::DOUBLE AS high, avg(age)::DOUBLE AS mean, count(age)::INTEGER AS known, (count(*) - count(age))::INTEGER AS unknown
FROM sound GROUP BY decade, sex HAVING count(age) >= 30 AND count(DISTINCT nconst) FILTER (age IS NOT NULL) >= 30 ORDER BY decade, sex;
-- golden: working
WITH now AS (SELECT s.sex, CASE WHEN getvariable('this_year') - s.birth BETWEEN 0 AND 105 THEN getvariable('this_year') - s.birth END AS age FROM somebody s WHERE s.death IS NULL AND s.nconst IN (SELECT nconst FROM role5 WHERE year >= getvariable('this_year') - 5))
SELECT coalesce(sex, 'all') AS sex, avg(age)::DOUBLE AS mean, stddev_samp(age) / sqrt(count(age)) AS error, count(age)::INTEGER AS known, (count(*) - count(age))::INTEGER AS unknown FROM now GROUP BY GROUPING SETS ((), (sex)) HAVING GROUPING(sex) = 1 OR sex IN ('woman', 'man') ORDER BY sex;
-- golden: directors
WITH made AS (SELECT tconst, nconst FROM line WHERE category = 'director' UNION SELECT tconst, unnest(string_split(directors, ',')) FROM tsv('title.crew') WHERE directors IS NOT NULL UNION SELECT tconst, nconst FROM cast_told WHERE job = 'Director'),
  told AS (SELECT f.tconst, f.year // 10 * 10 AS decade, count(*) FILTER (sex = 'woman') AS women, count(*) FILTER (sex IS NULL) AS unknown FROM film f JOIN made USING (tconst) JOIN somebody USING (nconst) WHERE votes >= 25000 GROUP BY ALL)
SELECT decade::INTEGER AS decade, count(*) FILTER (women > 0)::INTEGER AS women, count(*) FILTER (women = 0 AND unknown > 0)::INTEGER AS unknown, count(*) FILTER (women = 0 AND unknown = 0)::INTEGER AS men FROM told GROUP BY decade HAVING count(*) FILTER (women > 0 OR unknown = 0) >= 30 ORDER BY decade;
