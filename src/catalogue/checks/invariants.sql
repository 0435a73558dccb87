-- One row a broken promise of the catalogue; none when it is sound.
SELECT 'two films share a dense index' AS promise, count(*) AS broken FROM (SELECT film FROM film GROUP BY film HAVING count(*) > 1)
UNION ALL SELECT 'two films share an identifier', count(*) FROM (SELECT id FROM film GROUP BY id HAVING count(*) > 1)
UNION ALL SELECT 'dense indices have a gap', count(*) FROM (SELECT max(film) + 1 - count(*) AS gap FROM film) WHERE gap <> 0
UNION ALL SELECT 'a film has no title', count(*) FROM film WHERE title IS NULL OR title = ''
UNION ALL SELECT 'a credit is of no film', count(*) FROM film_credit ANTI JOIN film USING (film)
UNION ALL SELECT 'a credit is of no person', count(*) FROM film_credit c ANTI JOIN person p ON p.person = c.person
UNION ALL SELECT 'a name is of no film', count(*) FROM film_name ANTI JOIN film USING (film)
UNION ALL SELECT 'a fact has no source', count(*) FROM film WHERE (overview IS NOT NULL AND overview_source IS NULL) OR (year IS NOT NULL AND year_source IS NULL) OR (rating IS NOT NULL AND rating_source IS NULL)
UNION ALL SELECT 'a film is not at the row of its dense index', (SELECT count(*) FROM film WHERE rowid <> film) + (SELECT count(*) FROM film_card WHERE rowid <> film);
