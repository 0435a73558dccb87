-- The list of films recommended "art et essai" (AFCAE) has no identifier: a film is taken when title and director's family name agree, and the year nearly.
CREATE TEMP TABLE afcae_key AS
SELECT row_number() OVER () AS row, lower(strip_accents(regexp_replace(title, '[^\p{L}\p{N}]+', ' ', 'g'))) AS title_key,
  lower(strip_accents(regexp_extract(director, '^([\p{Lu} ''-]+)(?:\s|$)', 1))) AS family,
  coalesce(labels, 'Recommandé') AS labels, TRY_CAST(regexp_extract(release_date, '(\d{4})$', 1) AS INTEGER) AS year, title
FROM raw_afcae WHERE title IS NOT NULL;
CREATE TEMP TABLE afcae_match AS
SELECT k.row, n.film, k.labels,
  row_number() OVER (PARTITION BY k.row ORDER BY abs(coalesce(f.year, k.year) - k.year), f.votes DESC NULLS LAST, n.film) AS choice
FROM afcae_key k
JOIN film_name n ON lower(strip_accents(regexp_replace(n.name, '[^\p{L}\p{N}]+', ' ', 'g'))) = k.title_key
JOIN film f USING (film)
JOIN film_credit c ON c.film = n.film AND c.category = 'director'
JOIN person p ON p.person = c.person AND k.family <> '' AND contains(lower(strip_accents(p.name)), trim(k.family))
WHERE k.year IS NULL OR f.year IS NULL OR f.year BETWEEN k.year - 4 AND k.year + 1 OR k.year - f.year > 15;
UPDATE film SET art_et_essai = m.labels, art_et_essai_source = 'afcae'
FROM (SELECT film, any_value(labels ORDER BY row) AS labels FROM afcae_match WHERE choice = 1 GROUP BY film) m WHERE m.film = film.film;
INSERT INTO rejection SELECT 'afcae', 'no film of this title and director in the catalogue', count(*), min(title) FROM afcae_key WHERE row NOT IN (SELECT row FROM afcae_match) HAVING count(*) > 0;
