-- Who did what. `billing` is IMDb's order; rows without one come after, then the crew file's, then TMDB's: to be read in the order (billing, person).
CREATE TEMP TABLE series_key AS SELECT id, number AS title FROM title_clean WHERE kind IN ('tvSeries', 'tvMiniSeries') AND coalesce(title, original_title) IS NOT NULL AND (getvariable('keep_adult') OR NOT adult);
INSERT INTO rejection SELECT 'title.basics', 'adult series left out', count(*), min(id) FROM title_clean WHERE kind IN ('tvSeries', 'tvMiniSeries') AND adult AND NOT getvariable('keep_adult') HAVING count(*) > 0;
INSERT INTO rejection SELECT 'title.basics', 'no title in any source', count(*), min(id) FROM title_clean WHERE kind IN ('tvSeries', 'tvMiniSeries') AND coalesce(title, original_title) IS NULL HAVING count(*) > 0;
CREATE TEMP TABLE tmdb_person_key AS
WITH by_link AS (SELECT tmdb_id, min(CAST(id[3:] AS INTEGER)) AS person FROM raw_tmdb_person WHERE id IS NOT NULL GROUP BY tmdb_id HAVING count(DISTINCT id) = 1),
  met AS (SELECT person AS tmdb_id, any_value(name ORDER BY name) AS name FROM raw_tmdb_credit WHERE person IS NOT NULL GROUP BY person),
  one_name AS (SELECT name, any_value(person) AS person FROM raw_name WHERE name IN (SELECT name FROM met) GROUP BY name HAVING count(*) = 1)
SELECT m.tmdb_id, m.name, coalesce(l.person, n.person, -TRY_CAST(m.tmdb_id AS INTEGER)) AS person FROM met m LEFT JOIN by_link l USING (tmdb_id) LEFT JOIN one_name n USING (name);

-- Read once: titles and people as numbers.
CREATE TEMP TABLE principal AS SELECT title, ordering, person, category, characters FROM raw_principal WHERE category NOT IN ('archive_footage', 'archive_sound');
-- A person is credited once in a category: the first line in billing order stays. Repeats are rare, so they are looked for first and touched alone.
-- One number a line makes the search for repeats cheap; categories that share their four bits are told apart afterwards.
CREATE TEMP TABLE principal_twice AS SELECT DISTINCT (key >> 31)::INTEGER AS title, ((key >> 4) & 134217727)::INTEGER AS person FROM (
  SELECT (title::BIGINT << 31) | (person::BIGINT << 4) | (hash(category) & 15)::BIGINT AS key FROM principal WHERE person BETWEEN 0 AND 134217727 GROUP BY key HAVING count(*) > 1);
CREATE TEMP TABLE principal_ranked AS SELECT p.*, row_number() OVER (PARTITION BY title, person, category ORDER BY ordering NULLS LAST, characters NULLS LAST) AS copy FROM principal p SEMI JOIN principal_twice USING (title, person);
INSERT INTO rejection SELECT 'title.principals', 'the same person twice in one category: the first kept', count(*), min(printf('tt%07d nm%07d %s', title, person, category)) FROM principal_ranked WHERE copy > 1 HAVING count(*) > 0;
DELETE FROM principal USING principal_twice t WHERE principal.title = t.title AND principal.person = t.person;
INSERT INTO principal SELECT * EXCLUDE (copy) FROM principal_ranked WHERE copy = 1;

-- Directors and writers that the crew file alone knows, and TMDB's credits that IMDb's files lack.
CREATE TEMP TABLE crew_only AS
SELECT title, person, category FROM (
  SELECT title, TRY_CAST(unnest(string_split(directors, ','))[3:] AS INTEGER) AS person, 'director' AS category FROM raw_crew WHERE directors IS NOT NULL
  UNION SELECT title, TRY_CAST(unnest(string_split(writers, ','))[3:] AS INTEGER), 'writer' FROM raw_crew WHERE writers IS NOT NULL
) c ANTI JOIN (SELECT title, person, category FROM principal WHERE category IN ('director', 'writer')) p USING (title, person, category) WHERE person BETWEEN 0 AND 134217727;
CREATE TEMP TABLE tmdb_only AS
WITH told AS (
  SELECT CAST(c.id[3:] AS INTEGER) AS title, p.person, c.character, 3000 + coalesce(c.cast_order, 500) AS billing,
    CASE c.job WHEN 'Actor' THEN 'actor' WHEN 'Director' THEN 'director' WHEN 'Original Music Composer' THEN 'composer' WHEN 'Director of Photography' THEN 'cinematographer' WHEN 'Editor' THEN 'editor' WHEN 'Producer' THEN 'producer' ELSE 'writer' END AS category
  FROM raw_tmdb_credit c JOIN tmdb_person_key p ON p.tmdb_id = c.person
  WHERE c.id IS NOT NULL AND p.person IS NOT NULL AND c.job IN ('Actor', 'Director', 'Screenplay', 'Writer', 'Story', 'Novel', 'Original Music Composer', 'Director of Photography', 'Editor', 'Producer')),
known AS (
  SELECT title, person, CASE category WHEN 'actress' THEN 'actor' ELSE category END AS category FROM principal SEMI JOIN told USING (title)
  UNION SELECT title, person, category FROM crew_only SEMI JOIN told USING (title))
SELECT title, person, category, any_value(character ORDER BY billing, character) AS characters, min(billing)::INTEGER AS billing FROM told ANTI JOIN known USING (title, person, category) GROUP BY title, person, category;

INSERT INTO rejection SELECT 'title.principals', 'no billing order: placed after the others', count(*), min(printf('tt%07d nm%07d', title, person)) FROM principal SEMI JOIN film_key USING (title) WHERE ordering IS NULL HAVING count(*) > 0;
INSERT INTO rejection SELECT 'title.principals', 'person is not an identifier', count(*), min(printf('tt%07d %s', title, category)) FROM principal WHERE person IS NULL HAVING count(*) > 0;

CREATE TEMP VIEW credit_met AS
SELECT title, person, category, characters, coalesce(ordering, 1000) AS billing, getvariable('imdb_source') AS source FROM principal WHERE person IS NOT NULL
UNION ALL SELECT title, person, category, NULL, CASE category WHEN 'director' THEN 2000 ELSE 2001 END, getvariable('imdb_source') FROM crew_only
UNION ALL SELECT title, person, category, characters, billing, getvariable('tmdb_source') FROM tmdb_only;

INSERT INTO film_credit
SELECT k.film, c.billing, c.person, c.category, c.characters, c.source
FROM credit_met c JOIN film_key k USING (title);

INSERT INTO series
SELECT t.id, t.kind, coalesce(t.title, t.original_title), coalesce(t.original_title, t.title), a.title, t.year, t.end_year, t.runtime, t.genres, r.rating, r.votes, e.episodes, getvariable('imdb_source')
FROM title_clean t SEMI JOIN series_key USING (id) LEFT JOIN aka_french a USING (id) LEFT JOIN rating_clean r USING (id) LEFT JOIN (SELECT parent AS number, count(*)::INTEGER AS episodes FROM raw_episode GROUP BY parent) e USING (number)
ORDER BY t.number;
INSERT INTO series_credit
SELECT s.id, c.billing, c.person, c.category, c.characters, c.source FROM credit_met c JOIN series_key s USING (title);
