-- Who did what, in billing order. Rows without an order come after those that have one, in a fixed order of their own.
INSERT INTO rejection SELECT 'title.principals', 'no billing order: placed after the others', count(*), min(id || ' ' || person) FROM raw_principal WHERE TRY_CAST(ordering AS INTEGER) IS NULL HAVING count(*) > 0;

CREATE TEMP TABLE tmdb_person_key AS
WITH by_link AS (SELECT tmdb_id, any_value(id ORDER BY id) AS id FROM raw_tmdb_person WHERE id IS NOT NULL GROUP BY tmdb_id HAVING count(DISTINCT id) = 1),
  one_name AS (SELECT name, any_value(id) AS id FROM raw_name WHERE name IS NOT NULL GROUP BY name HAVING count(*) = 1),
  met AS (SELECT person AS tmdb_id, any_value(name ORDER BY name) AS name FROM raw_tmdb_credit WHERE person IS NOT NULL GROUP BY person)
SELECT m.tmdb_id, m.name, coalesce(l.id, n.id, 'tm' || lpad(m.tmdb_id, 7, '0')) AS id, l.id IS NULL AND n.id IS NULL AS own
FROM met m LEFT JOIN by_link l USING (tmdb_id) LEFT JOIN one_name n USING (name);

CREATE TEMP TABLE credit_met AS
SELECT id, person, category, characters, source, min(rank) AS rank FROM (
  SELECT id, person, category, nullif(array_to_string(TRY_CAST(characters AS VARCHAR[]), ', '), '') AS characters, getvariable('imdb_source') AS source, coalesce(TRY_CAST(ordering AS INTEGER), 1000) AS rank
  FROM raw_principal WHERE category NOT IN ('archive_footage', 'archive_sound')
  UNION ALL SELECT id, unnest(string_split(directors, ',')), 'director', NULL, getvariable('imdb_source'), 2000 FROM raw_crew WHERE directors IS NOT NULL
  UNION ALL SELECT id, unnest(string_split(writers, ',')), 'writer', NULL, getvariable('imdb_source'), 2001 FROM raw_crew WHERE writers IS NOT NULL
  UNION ALL SELECT c.id, p.id, CASE c.job WHEN 'Actor' THEN 'actor' WHEN 'Director' THEN 'director' WHEN 'Original Music Composer' THEN 'composer' WHEN 'Director of Photography' THEN 'cinematographer' WHEN 'Editor' THEN 'editor' WHEN 'Producer' THEN 'producer' ELSE 'writer' END,
    c.character, getvariable('tmdb_source'), 3000 + coalesce(c.cast_order, 500)
  FROM raw_tmdb_credit c JOIN tmdb_person_key p ON p.tmdb_id = c.person
  WHERE c.id IS NOT NULL AND c.job IN ('Actor', 'Director', 'Screenplay', 'Writer', 'Story', 'Novel', 'Original Music Composer', 'Director of Photography', 'Editor', 'Producer')
) WHERE person LIKE 'nm%' OR person LIKE 'tm%' GROUP BY ALL;

CREATE TEMP TABLE credit_one AS
SELECT id, person, CASE WHEN category = 'actress' THEN 'actress' ELSE category END AS category, characters, source, rank FROM credit_met
QUALIFY row_number() OVER (PARTITION BY id, person, CASE WHEN category = 'actress' THEN 'actor' ELSE category END ORDER BY rank, characters NULLS LAST) = 1;
DROP TABLE credit_met; DROP TABLE raw_principal; DROP TABLE raw_crew; DROP TABLE raw_tmdb_credit;

INSERT INTO film_credit
SELECT k.film, row_number() OVER (PARTITION BY k.film ORDER BY c.rank, length(c.person), c.person, c.category)::INTEGER, c.person, c.category, c.characters, c.source
FROM credit_one c JOIN film_key k USING (id) ORDER BY k.film, 2;

INSERT INTO series
SELECT t.id, t.kind, coalesce(t.title, t.original_title), coalesce(t.original_title, t.title), a.title, t.year, t.end_year, t.runtime, t.genres, r.rating, r.votes, e.episodes, getvariable('imdb_source')
FROM title_clean t LEFT JOIN aka_french a USING (id) LEFT JOIN rating_clean r USING (id) LEFT JOIN (SELECT parent AS id, count(*)::INTEGER AS episodes FROM raw_episode GROUP BY parent) e USING (id)
WHERE t.kind IN ('tvSeries', 'tvMiniSeries') AND coalesce(t.title, t.original_title) IS NOT NULL AND NOT t.adult ORDER BY length(t.id), t.id;
INSERT INTO series_credit
SELECT c.id, row_number() OVER (PARTITION BY c.id ORDER BY c.rank, length(c.person), c.person, c.category)::INTEGER, c.person, c.category, c.characters, c.source
FROM credit_one c SEMI JOIN series s ON s.id = c.id ORDER BY c.id, 2;
