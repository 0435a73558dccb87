-- One row a fact that both sides state: do they agree? Names are compared without case, accents and punctuation.
CREATE MACRO plain(name) AS regexp_replace(lower(strip_accents(name)), '[^\p{L}\p{N}]+', ' ', 'g');
CREATE TABLE comparison (what VARCHAR, id VARCHAR, ours VARCHAR, theirs VARCHAR, agree BOOLEAN);

INSERT INTO comparison SELECT 'id and year', o.tconst, o.primaryTitle || ' ' || o.startYear, coalesce(t.primaryTitle, '?') || ' ' || t.startYear, o.startYear = t.startYear
FROM ours_title_basics o JOIN theirs_title_basics t USING (tconst) WHERE t.startYear IS NOT NULL;

-- A title agrees when one of ours is one of theirs.
INSERT INTO comparison
WITH names AS (
  SELECT tconst AS id, plain(unnest([primaryTitle, originalTitle])) AS name, true AS ours FROM ours_title_basics
  UNION ALL SELECT titleId, plain(title), true FROM ours_title_akas
  UNION ALL SELECT tconst, plain(unnest([primaryTitle, originalTitle])), false FROM theirs_title_basics
  UNION ALL SELECT titleId, plain(title), false FROM theirs_title_akas)
SELECT 'title', o.tconst, o.primaryTitle, coalesce(t.primaryTitle, t.originalTitle), EXISTS (SELECT 1 FROM names a JOIN names b ON a.id = b.id AND a.name = b.name WHERE a.id = o.tconst AND a.ours AND NOT b.ours)
FROM ours_title_basics o JOIN theirs_title_basics t USING (tconst) WHERE coalesce(t.primaryTitle, t.originalTitle) IS NOT NULL;

CREATE TABLE their_director AS
SELECT DISTINCT id, person FROM (
  SELECT tconst AS id, nconst AS person FROM theirs_title_principals WHERE category = 'director'
  UNION ALL SELECT tconst, unnest(string_split(directors, ',')) FROM theirs_title_crew WHERE directors IS NOT NULL);
INSERT INTO comparison
SELECT 'director', p.tconst, p.nconst || ' ' || n.primaryName, (SELECT string_agg(d.person || ' ' || coalesce(m.primaryName, '?'), ', ' ORDER BY d.person) FROM their_director d LEFT JOIN theirs_name_basics m ON m.nconst = d.person WHERE d.id = p.tconst),
  EXISTS (SELECT 1 FROM their_director d LEFT JOIN theirs_name_basics m ON m.nconst = d.person WHERE d.id = p.tconst AND (d.person = p.nconst OR plain(m.primaryName) = plain(n.primaryName)))
FROM ours_title_principals p JOIN ours_name_basics n USING (nconst) JOIN ours_title_basics b ON b.tconst = p.tconst AND b.titleType = 'movie'
WHERE p.category = 'director' AND p.tconst IN (SELECT id FROM their_director);

INSERT INTO comparison
SELECT 'lead actor', p.tconst, p.nconst || ' ' || n.primaryName, 'not among its credits', EXISTS (SELECT 1 FROM theirs_title_principals q LEFT JOIN theirs_name_basics m USING (nconst) WHERE q.tconst = p.tconst AND (q.nconst = p.nconst OR plain(m.primaryName) = plain(n.primaryName)))
FROM ours_title_principals p JOIN ours_name_basics n USING (nconst)
WHERE p.category IN ('actor', 'actress') AND p.ordering::INTEGER <= 3 AND p.tconst IN (SELECT tconst FROM theirs_title_principals WHERE category IN ('actor', 'actress') GROUP BY tconst HAVING count(*) >= 8);

INSERT INTO comparison
SELECT 'birth year', o.nconst, o.primaryName || ' ' || o.birthYear, t.primaryName || ' ' || t.birthYear, o.birthYear = t.birthYear
FROM ours_name_basics o JOIN theirs_name_basics t USING (nconst) WHERE o.birthYear IS NOT NULL AND t.birthYear IS NOT NULL;
