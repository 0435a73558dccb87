-- People of the titles kept. One without a name row keeps the identifier and no name: the films they share still count, the page does not show them.
CREATE TEMP TABLE person_told AS
SELECT person, any_value(name ORDER BY name) AS name, min(birth) AS birth, min(death) AS death, CASE WHEN count(DISTINCT sex) = 1 THEN min(sex) END AS sex FROM (
  SELECT CAST(id[3:] AS INTEGER) AS person, name, CASE WHEN birth BETWEEN 1 AND getvariable('this_year') THEN birth END AS birth, CASE WHEN death BETWEEN 1 AND getvariable('this_year') THEN death END AS death, sex FROM raw_tmdb_person WHERE id IS NOT NULL
  UNION ALL SELECT k.person, k.name, NULL, NULL, p.sex FROM tmdb_person_key k LEFT JOIN (SELECT tmdb_id, sex FROM raw_tmdb_person WHERE id IS NULL) p USING (tmdb_id)) GROUP BY person;

-- IMDb tells the sex of those who act, by the name of the trade: first in the titles kept, then among the trades of the person.
CREATE TEMP TABLE sex_acted AS SELECT person, CASE WHEN count(*) FILTER (category = 'actress') * 2 > count(*) THEN 'woman' WHEN count(*) FILTER (category = 'actress') * 2 < count(*) THEN 'man' END AS sex FROM principal WHERE category IN ('actor', 'actress') AND person IS NOT NULL GROUP BY person;
CREATE TEMP MACRO sex_of_trades(trades) AS CASE WHEN list_contains(string_split(trades, ','), 'actress') AND NOT list_contains(string_split(trades, ','), 'actor') THEN 'woman' WHEN list_contains(string_split(trades, ','), 'actor') AND NOT list_contains(string_split(trades, ','), 'actress') THEN 'man' END;

INSERT INTO rejection SELECT 'name.basics', 'birth year in the future set aside', count(*), min(printf('nm%07d ', person) || coalesce(name || ' ', '') || birth) FROM raw_name WHERE TRY_CAST(birth AS INTEGER) > getvariable('this_year') HAVING count(*) > 0;

-- The lines of name.basics were kept because a title names them, so none needs to be looked for again.
INSERT INTO person (person, name, birth_year, birth_year_source, death_year, death_year_source, sex, sex_source, source)
SELECT n.person, coalesce(n.name, t.name),
  coalesce(n.birth, t.birth), CASE WHEN n.birth IS NOT NULL THEN getvariable('imdb_source') WHEN t.birth IS NOT NULL THEN getvariable('tmdb_source') END,
  coalesce(n.death, t.death), CASE WHEN n.death IS NOT NULL THEN getvariable('imdb_source') WHEN t.death IS NOT NULL THEN getvariable('tmdb_source') END,
  coalesce(a.sex, n.sex, t.sex), CASE WHEN coalesce(a.sex, n.sex) IS NOT NULL THEN getvariable('imdb_source') WHEN t.sex IS NOT NULL THEN getvariable('tmdb_source') END,
  CASE WHEN n.name IS NOT NULL THEN getvariable('imdb_source') WHEN t.name IS NOT NULL THEN getvariable('tmdb_source') END
FROM (SELECT person, name, sex_of_trades(profession) AS sex,
    CASE WHEN TRY_CAST(birth AS INTEGER) BETWEEN 1 AND getvariable('this_year') THEN CAST(birth AS INTEGER) END AS birth,
    CASE WHEN TRY_CAST(death AS INTEGER) BETWEEN 1 AND getvariable('this_year') THEN CAST(death AS INTEGER) END AS death FROM raw_name) n
LEFT JOIN person_told t USING (person) LEFT JOIN sex_acted a USING (person) WHERE n.person IS NOT NULL;
INSERT INTO person (person, name, birth_year, birth_year_source, death_year, death_year_source, sex, sex_source, source)
SELECT m.person, t.name, t.birth, CASE WHEN t.birth IS NOT NULL THEN getvariable('tmdb_source') END, t.death, CASE WHEN t.death IS NOT NULL THEN getvariable('tmdb_source') END,
  coalesce(a.sex, t.sex), CASE WHEN a.sex IS NOT NULL THEN getvariable('imdb_source') WHEN t.sex IS NOT NULL THEN getvariable('tmdb_source') END, CASE WHEN t.name IS NOT NULL THEN getvariable('tmdb_source') END
FROM (SELECT person FROM raw_nameless UNION SELECT person FROM tmdb_only ANTI JOIN raw_name USING (person)) m LEFT JOIN person_told t USING (person) LEFT JOIN sex_acted a USING (person);
INSERT INTO rejection SELECT 'title.principals, title.crew', 'person without a row in name.basics: named from TMDB', count(*), min(id || ' ' || name) FROM person SEMI JOIN raw_nameless USING (person) WHERE name IS NOT NULL HAVING count(*) > 0;
INSERT INTO rejection SELECT 'title.principals, title.crew', 'person without a row in name.basics: kept without a name', count(*), min(id) FROM person WHERE name IS NULL HAVING count(*) > 0;
