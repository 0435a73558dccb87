-- Every name of a film, and what is said of it, one row a fact; a name that two sources give stands once for each.
INSERT INTO film_name
SELECT film, name, any_value(kind ORDER BY rank), source FROM (
  SELECT k.film, f.title AS name, 'french' AS kind, getvariable('tmdb_source') AS source, 0 AS rank FROM film_key k JOIN french_clean f USING (id) WHERE f.title IS NOT NULL
  UNION ALL SELECT k.film, a.title, 'french', getvariable('imdb_source'), 1 FROM film_key k JOIN raw_aka a USING (id) WHERE a.region = 'FR' AND a.title IS NOT NULL
  UNION ALL SELECT k.film, n.title, 'primary', n.title_source, 2 FROM film_key k JOIN film_named n USING (id)
  UNION ALL SELECT k.film, n.original_title, 'original', n.original_title_source, 3 FROM film_key k JOIN film_named n USING (id) WHERE n.original_title IS NOT NULL
  UNION ALL SELECT k.film, m.title, 'alternative', getvariable('tmdb_source'), 4 FROM film_key k JOIN tmdb_clean m USING (id) WHERE m.title IS NOT NULL
  UNION ALL SELECT k.film, a.title, 'alternative', getvariable('imdb_source'), 5 FROM film_key k JOIN raw_aka a USING (id) WHERE a.title IS NOT NULL AND coalesce(a.region, '') <> 'FR'
) GROUP BY film, name, source ORDER BY film, min(rank);

INSERT INTO film_genre
SELECT film, genre, any_value(source ORDER BY rank) FROM (
  SELECT k.film, unnest(n.genres) AS genre, getvariable('imdb_source') AS source, 0 AS rank FROM film_key k JOIN film_named n USING (id)
  UNION ALL
  SELECT k.film, g.imdb, getvariable('tmdb_source'), 1 FROM film_key k JOIN film_named n USING (id) JOIN (SELECT id, unnest(string_split(genres, chr(31))) AS genre FROM tmdb_clean WHERE genres IS NOT NULL) m USING (id)
  JOIN (VALUES ('Action', 'Action'), ('Adventure', 'Adventure'), ('Animation', 'Animation'), ('Comedy', 'Comedy'), ('Crime', 'Crime'), ('Documentary', 'Documentary'), ('Drama', 'Drama'), ('Family', 'Family'), ('Fantasy', 'Fantasy'),
    ('History', 'History'), ('Horror', 'Horror'), ('Music', 'Music'), ('Mystery', 'Mystery'), ('Romance', 'Romance'), ('Science Fiction', 'Sci-Fi'), ('Thriller', 'Thriller'), ('War', 'War'), ('Western', 'Western')) g(tmdb, imdb) ON g.tmdb = m.genre
  WHERE len(n.genres) = 0
) WHERE genre <> '' GROUP BY film, genre ORDER BY film, genre;

INSERT INTO film_keyword SELECT DISTINCT film, keyword, getvariable('tmdb_source') FROM (SELECT k.film, unnest(string_split(w.keywords, chr(31))) AS keyword FROM film_key k JOIN raw_keyword w USING (id) WHERE w.keywords IS NOT NULL) WHERE keyword <> '' ORDER BY film, keyword;
INSERT INTO film_country SELECT DISTINCT film, country, getvariable('tmdb_source') FROM (SELECT k.film, unnest(string_split(m.countries, chr(31))) AS country FROM film_key k JOIN tmdb_clean m USING (id) WHERE m.countries IS NOT NULL) WHERE regexp_full_match(country, '[A-Z]{2}') ORDER BY film, country;
INSERT INTO film_language SELECT DISTINCT film, language, getvariable('tmdb_source') FROM (SELECT k.film, unnest(string_split(m.languages, chr(31))) AS language FROM film_key k JOIN tmdb_clean m USING (id) WHERE m.languages IS NOT NULL) WHERE regexp_full_match(language, '[a-z]{2}') ORDER BY film, language;
INSERT INTO film_company SELECT DISTINCT film, company, getvariable('tmdb_source') FROM (SELECT k.film, unnest(string_split(m.companies, chr(31))) AS company FROM film_key k JOIN tmdb_clean m USING (id) WHERE m.companies IS NOT NULL) WHERE company <> '' ORDER BY film, company;
