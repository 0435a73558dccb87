-- People met in a credit. A person without a name row keeps the identifier and no name: the films they share still count, the page does not show them.
CREATE TEMP TABLE person_met AS SELECT DISTINCT person AS id FROM (SELECT person FROM film_credit UNION ALL SELECT person FROM series_credit);
CREATE TEMP TABLE name_clean AS
SELECT id, name, profession, birth AS birth_text,
  CASE WHEN TRY_CAST(birth AS INTEGER) BETWEEN 1 AND getvariable('this_year') THEN CAST(birth AS INTEGER) END AS birth,
  CASE WHEN TRY_CAST(death AS INTEGER) BETWEEN 1 AND getvariable('this_year') THEN CAST(death AS INTEGER) END AS death
FROM raw_name QUALIFY row_number() OVER (PARTITION BY id ORDER BY name NULLS LAST) = 1;
INSERT INTO rejection SELECT 'name.basics', 'birth year in the future set aside', count(*), min(id || ' ' || birth_text) FROM name_clean WHERE birth_text IS NOT NULL AND birth IS NULL HAVING count(*) > 0;
INSERT INTO person
SELECT m.id, coalesce(n.name, t.name, k.name), coalesce(n.birth, t.birth), coalesce(n.death, t.death), string_split(n.profession, ','),
  CASE WHEN n.name IS NOT NULL THEN getvariable('imdb_source') WHEN coalesce(t.name, k.name) IS NOT NULL THEN getvariable('tmdb_source') END
FROM person_met m LEFT JOIN name_clean n USING (id)
LEFT JOIN (SELECT id, any_value(name ORDER BY name) AS name, any_value(birth) AS birth, any_value(death) AS death FROM raw_tmdb_person WHERE id IS NOT NULL GROUP BY id) t USING (id)
LEFT JOIN (SELECT id, any_value(name ORDER BY name) AS name FROM tmdb_person_key GROUP BY id) k USING (id)
ORDER BY length(m.id), m.id;
INSERT INTO rejection SELECT 'title.principals, title.crew', 'person without a row in name.basics: named from TMDB', count(*), min(p.id || ' ' || p.name) FROM person p ANTI JOIN name_clean n USING (id) WHERE p.name IS NOT NULL AND p.id LIKE 'nm%' HAVING count(*) > 0;
INSERT INTO rejection SELECT 'title.principals, title.crew', 'person without a row in name.basics: kept without a name', count(*), min(id) FROM person WHERE name IS NULL HAVING count(*) > 0;
