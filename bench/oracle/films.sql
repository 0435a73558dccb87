-- The indicators on films, computed once more and apart: from the raw files as they lie, by plain SQL, without the catalogue nor any of its steps.
-- Run by test/indicators/golden-films.test.ts, which compares; or by hand in DuckDB after SET VARIABLE folder = '.../data', this_year = 2026.
-- Each statement after a line `-- golden: NAME` gives the rows of that name.
CREATE TEMP MACRO tsv(name) AS TABLE SELECT * FROM read_csv(getvariable('folder') || '/imdb/' || name || '.tsv.gz', delim = '\t', quote = '', escape = '', header = true, nullstr = '\N', all_varchar = true);
CREATE TEMP MACRO csv(name) AS TABLE SELECT * FROM read_csv(getvariable('folder') || '/tmdb/' || name || '.csv.gz', delim = ',', quote = '"', escape = '"', header = true, all_varchar = true, max_line_size = 10000000, parallel = false);

CREATE TEMP TABLE vote AS SELECT tconst, max(TRY_CAST(averageRating AS DOUBLE)) AS rating, max(TRY_CAST(numVotes AS INTEGER)) AS votes FROM tsv('title.ratings') GROUP BY tconst;
-- What TMDB says of an IMDb title: of two rows the one with more votes; a row without an IMDb identifier by way of the links.
CREATE TEMP TABLE link AS SELECT tmdb_id, any_value(imdb_id) AS imdb_id FROM csv('id_links') WHERE imdb_id LIKE 'tt%' GROUP BY tmdb_id HAVING count(DISTINCT imdb_id) = 1;
CREATE TEMP TABLE extract AS
SELECT coalesce(t.imdb_id, l.imdb_id) AS tconst, coalesce(t.id, t.imdb_id) AS tmdb, title, lower(adult) = 'true' AS adult, coalesce(TRY_CAST(vote_count AS INTEGER), -1) AS voters, TRY_CAST(release_date[:4] AS INTEGER) AS year,
  TRY_CAST(TRY_CAST(runtime AS DOUBLE) AS INTEGER) AS minutes, TRY_CAST(TRY_CAST(budget AS DOUBLE) AS BIGINT) AS budget, TRY_CAST(TRY_CAST(revenue AS DOUBLE) AS BIGINT) AS revenue
FROM csv('tmdb_full') t LEFT JOIN link l ON l.tmdb_id = CASE WHEN t.imdb_id IS NULL THEN t.id END WHERE coalesce(t.imdb_id, l.imdb_id) LIKE 'tt%';
CREATE TEMP TABLE title AS SELECT DISTINCT tconst, primaryTitle AS name, TRY_CAST(startYear AS INTEGER) AS year, TRY_CAST(runtimeMinutes AS INTEGER) AS minutes, genres, isAdult, titleType AS type FROM tsv('title.basics') WHERE titleType IN ('movie', 'tvMovie');
-- An identifier of TMDB that stands on two IMDb titles is of one film: the one of the same title, then of the nearest year, then of more votes.
CREATE TEMP TABLE told AS
SELECT tconst, bool_or(adult) AS adult, arg_max(budget, voters) AS budget, arg_max(revenue, voters) AS revenue, max(minutes) AS minutes, max(year) AS year FROM (
  SELECT e.*, rank() OVER (PARTITION BY tmdb ORDER BY (lower(t.name) = lower(e.title)) DESC NULLS LAST, abs(t.year - e.year) NULLS LAST, v.votes DESC NULLS LAST, tconst) AS place FROM extract e JOIN title t USING (tconst) LEFT JOIN vote v USING (tconst))
WHERE place = 1 GROUP BY tconst;
CREATE TEMP TABLE movie AS
SELECT b.tconst, coalesce(CASE WHEN b.year BETWEEN 1888 AND getvariable('this_year') + 5 THEN b.year END, t.year) AS year, coalesce(CASE WHEN b.minutes BETWEEN 1 AND 1200 THEN b.minutes END, CASE WHEN t.minutes BETWEEN 1 AND 1200 THEN t.minutes END) AS minutes,
  b.genres, v.rating, v.votes, CASE WHEN t.budget >= 1000 THEN t.budget END AS budget, CASE WHEN t.revenue >= 1000 THEN t.revenue END AS revenue
FROM title b LEFT JOIN vote v USING (tconst) LEFT JOIN told t USING (tconst)
WHERE b.type = 'movie' AND coalesce(b.isAdult, '0') <> '1' AND coalesce(b.genres, '') NOT LIKE '%Adult%' AND NOT coalesce(t.adult, false) AND (coalesce(v.votes, 0) < 5000 OR t.tconst IS NOT NULL);
CREATE TEMP TABLE feature AS SELECT *, year // 10 * 10 AS decade FROM movie WHERE year < getvariable('this_year') AND (minutes IS NULL OR minutes >= 60);
CREATE TEMP TABLE top AS SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY year ORDER BY votes DESC, tconst) AS place FROM feature WHERE votes > 0) WHERE place <= 100;
CREATE TEMP TABLE compared AS SELECT *, (votes * rating + 25000 * (SELECT avg(rating) FROM feature WHERE votes >= 25000)) / (votes + 25000) AS weighted FROM feature WHERE votes >= 25000;
CREATE TEMP TABLE best AS SELECT tconst, row_number() OVER (ORDER BY weighted DESC, tconst) AS place, weighted FROM compared;

-- golden: lengths
SELECT stratum, year, quantile_cont(minutes, 0.5)::DOUBLE AS median, quantile_cont(minutes, 0.25)::DOUBLE AS low, quantile_cont(minutes, 0.75)::DOUBLE AS high, count(minutes)::INTEGER AS n, 1 - count(minutes) / count(*) AS missing
FROM (SELECT 'all' AS stratum, year, minutes FROM feature UNION ALL SELECT 'voted', year, minutes FROM feature WHERE votes >= 1000 UNION ALL SELECT 'top', year, minutes FROM top WHERE votes >= 100)
GROUP BY stratum, year HAVING count(minutes) >= 20 ORDER BY stratum, year;
-- golden: best
SELECT tconst, weighted FROM best WHERE place <= 250 ORDER BY place;
-- golden: compared
SELECT count(*)::INTEGER AS films, avg(rating) AS mean FROM compared;
-- golden: lifts
SELECT genre, count(*) FILTER (place <= 250)::INTEGER AS best, count(*) FILTER (place > 250)::INTEGER AS others,
  (count(*) FILTER (place <= 250) / 250) / (count(*) FILTER (place > 250) / ((SELECT count(*) FROM compared) - 250)) AS lift
FROM (SELECT tconst, unnest(string_split(genres, ',')) AS genre FROM compared) JOIN best USING (tconst) GROUP BY genre;
-- golden: genres
SELECT genre, f.decade, count(*)::INTEGER AS films, any_value(k.known)::INTEGER AS known
FROM (SELECT decade, unnest(string_split(genres, ',')) AS genre FROM feature WHERE votes >= 1000) f
JOIN (SELECT decade, count(genres) AS known FROM feature WHERE votes >= 1000 GROUP BY decade HAVING count(genres) >= 100) k USING (decade) GROUP BY genre, f.decade;
-- golden: returns
SELECT genre, quantile_cont(revenue / budget, 0.5)::DOUBLE AS median, count(*)::INTEGER AS films
FROM (SELECT revenue, budget, unnest(string_split(genres, ',')) AS genre FROM feature WHERE votes >= 1000 AND revenue IS NOT NULL AND budget IS NOT NULL)
GROUP BY genre HAVING count(*) >= 30;
-- golden: ratings
SELECT CASE WHEN votes < 100 THEN 0 WHEN votes < 1000 THEN 1 WHEN votes < 10000 THEN 2 WHEN votes < 100000 THEN 3 ELSE 4 END AS class, decade, quantile_cont(rating, 0.5)::DOUBLE AS median, count(*)::INTEGER AS films
FROM feature WHERE votes > 0 GROUP BY class, decade HAVING count(*) >= 30;
