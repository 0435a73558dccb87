-- One row a title, numbers read, impossible values set aside and counted.
CREATE TEMP TABLE title_twice AS SELECT id FROM raw_title GROUP BY id HAVING count(*) > 1;
CREATE TEMP TABLE title_clean AS
WITH one AS (
  SELECT * FROM raw_title WHERE id NOT IN (SELECT id FROM title_twice)
  UNION ALL SELECT * FROM raw_title WHERE id IN (SELECT id FROM title_twice) QUALIFY row_number() OVER (PARTITION BY id ORDER BY title NULLS LAST, original_title) = 1)
SELECT id, CAST(id[3:] AS INTEGER) AS number, kind, title, original_title, start_year, runtime AS runtime_text,
  coalesce(adult = '1', false) OR list_contains(string_split(coalesce(genres, ''), ','), 'Adult') AS adult,
  CASE WHEN TRY_CAST(start_year AS INTEGER) BETWEEN 1888 AND getvariable('this_year') + 5 THEN CAST(start_year AS INTEGER) END AS year,
  TRY_CAST(end_year AS INTEGER) AS end_year,
  CASE WHEN TRY_CAST(runtime AS INTEGER) BETWEEN 1 AND 1200 THEN CAST(runtime AS INTEGER) END AS runtime,
  CASE WHEN genres IS NULL THEN []::VARCHAR[] ELSE list_filter(string_split(genres, ','), lambda g: g <> 'Adult' OR getvariable('keep_adult')) END AS genres
FROM one;

INSERT INTO rejection SELECT 'title.basics', 'the same identifier twice', count(*), min(id) FROM title_twice HAVING count(*) > 0;
INSERT INTO rejection SELECT 'title.basics', 'year out of range set aside', count(*), arg_min(id || ' ' || start_year, id) FROM title_clean WHERE start_year IS NOT NULL AND year IS NULL HAVING count(*) > 0;
INSERT INTO rejection SELECT 'title.basics', 'running time over 20 hours set aside', count(*), arg_max(id || ' ' || runtime_text || ' min', TRY_CAST(runtime_text AS INTEGER)) FROM title_clean WHERE runtime_text IS NOT NULL AND runtime IS NULL HAVING count(*) > 0;

CREATE TEMP TABLE rating_clean AS
SELECT id, arg_max(TRY_CAST(rating AS DOUBLE), (TRY_CAST(votes AS INTEGER), rating)) AS rating, max(TRY_CAST(votes AS INTEGER)) AS votes FROM raw_rating
WHERE TRY_CAST(rating AS DOUBLE) BETWEEN 1 AND 10 AND TRY_CAST(votes AS INTEGER) > 0 GROUP BY id;
INSERT INTO rejection SELECT 'title.ratings', 'the same identifier twice: the one with more votes kept', count(*), min(id) FROM (SELECT id FROM raw_rating GROUP BY id HAVING count(*) > 1) HAVING count(*) > 0;
INSERT INTO rejection SELECT 'title.ratings', 'rating or votes out of range', count(*), min(id || ' ' || coalesce(rating, '') || ' ' || coalesce(votes, '')) FROM raw_rating WHERE id NOT IN (SELECT id FROM rating_clean) HAVING count(*) > 0;
CREATE TEMP TABLE renown_clean AS SELECT id, max(TRY_CAST(renown AS INTEGER)) AS renown FROM raw_renown WHERE TRY_CAST(renown AS INTEGER) BETWEEN 1 AND 5 GROUP BY id;
INSERT INTO rejection SELECT 'renown', 'renown is not 1 to 5', count(*), min(id || ' ' || coalesce(renown, '')) FROM raw_renown WHERE id NOT IN (SELECT id FROM renown_clean) HAVING count(*) > 0;
DROP TABLE raw_title; DROP TABLE raw_rating; DROP TABLE raw_renown;
