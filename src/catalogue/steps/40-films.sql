-- Films: IMDb's facts first, TMDB's where IMDb is silent; each field says where it comes from.
INSERT INTO rejection SELECT 'title.basics', 'adult film left out', count(*), min(t.id) FROM title_clean t LEFT JOIN tmdb_clean m USING (id) WHERE (t.adult OR coalesce(m.adult, false)) AND NOT getvariable('keep_adult') AND t.kind IN ('movie', 'tvMovie') HAVING count(*) > 0;

CREATE TEMP TABLE aka_french AS
SELECT id, any_value(title ORDER BY coalesce(TRY_CAST(ordering AS INTEGER), 0), title) AS title FROM raw_aka
WHERE region = 'FR' AND title IS NOT NULL AND coalesce(attributes, '') NOT LIKE '%working%' GROUP BY id;

CREATE TEMP TABLE film_named AS
SELECT t.id, t.number, t.kind, t.adult, t.year, t.runtime, t.genres,
  coalesce(t.title, t.original_title, m.title, m.original_title, f.title, a.title) AS title,
  coalesce(t.original_title, m.original_title, t.title, m.title) AS original_title,
  CASE WHEN t.title IS NULL AND t.original_title IS NULL AND coalesce(m.title, m.original_title, f.title) IS NOT NULL THEN getvariable('tmdb_source') ELSE getvariable('imdb_source') END AS title_source,
  CASE WHEN t.original_title IS NULL AND m.original_title IS NOT NULL OR t.title IS NULL AND t.original_title IS NULL THEN getvariable('tmdb_source') ELSE getvariable('imdb_source') END AS original_title_source
FROM title_clean t LEFT JOIN tmdb_clean m USING (id) LEFT JOIN french_clean f USING (id) LEFT JOIN aka_french a USING (id)
LEFT JOIN rating_clean r USING (id)
WHERE t.kind IN ('movie', 'tvMovie') AND (getvariable('keep_adult') OR NOT (t.adult OR coalesce(m.adult, false))) AND coalesce(r.votes, 0) >= getvariable('min_votes');
INSERT INTO rejection SELECT 'title.basics', 'no title in any source', count(*), min(id) FROM film_named WHERE title IS NULL HAVING count(*) > 0;
INSERT INTO rejection SELECT 'title.basics', 'no primary title: named from another column or source', count(*), min(n.id || ' ' || n.title) FROM film_named n JOIN title_clean t USING (id) WHERE t.title IS NULL AND n.title IS NOT NULL HAVING count(*) > 0;

INSERT INTO film
SELECT (row_number() OVER (ORDER BY n.id) - 1)::INTEGER AS film, n.id, n.kind, n.title, n.original_title,
  coalesce(f.title, a.title), CASE WHEN f.title IS NOT NULL THEN tmdb WHEN a.title IS NOT NULL THEN imdb END,
  coalesce(n.year, year(m.release_date)), CASE WHEN n.year IS NOT NULL THEN imdb WHEN m.release_date IS NOT NULL THEN tmdb END,
  m.release_date, CASE WHEN m.release_date IS NOT NULL THEN tmdb END,
  coalesce(n.runtime, CASE WHEN m.runtime BETWEEN 1 AND 1200 THEN m.runtime END), CASE WHEN n.runtime IS NOT NULL THEN imdb WHEN m.runtime BETWEEN 1 AND 1200 THEN tmdb END,
  r.rating, r.votes, CASE WHEN r.votes IS NOT NULL THEN imdb END,
  k.renown, CASE WHEN k.renown IS NOT NULL THEN imdb END,
  m.overview, CASE WHEN m.overview IS NOT NULL THEN tmdb END,
  f.overview, CASE WHEN f.overview IS NOT NULL THEN tmdb END,
  coalesce(f.tagline, m.tagline), CASE WHEN coalesce(f.tagline, m.tagline) IS NOT NULL THEN tmdb END,
  m.original_language, CASE WHEN m.original_language IS NOT NULL THEN tmdb END,
  m.budget, CASE WHEN m.budget IS NOT NULL THEN tmdb END,
  m.revenue, CASE WHEN m.revenue IS NOT NULL THEN tmdb END,
  coalesce(f.poster_path, m.poster_path), CASE WHEN coalesce(f.poster_path, m.poster_path) IS NOT NULL THEN tmdb END,
  v.key, CASE WHEN v.key IS NOT NULL THEN tmdb END,
  m.tmdb_id, CASE WHEN m.tmdb_id IS NOT NULL THEN tmdb END,
  NULL, NULL
FROM film_named n
CROSS JOIN (SELECT getvariable('imdb_source') AS imdb, getvariable('tmdb_source') AS tmdb) s
LEFT JOIN tmdb_clean m USING (id) LEFT JOIN french_clean f USING (id) LEFT JOIN aka_french a USING (id)
LEFT JOIN rating_clean r USING (id) LEFT JOIN renown_clean k USING (id)
LEFT JOIN (SELECT id, any_value(key ORDER BY key) AS key FROM raw_video WHERE site = 'YouTube' GROUP BY id) v USING (id)
WHERE n.title IS NOT NULL ORDER BY film;
CREATE TEMP TABLE film_key AS SELECT film, id, CAST(id[3:] AS INTEGER) AS title FROM film;
