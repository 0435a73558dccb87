-- One TMDB row a film. A TMDB identifier given to two IMDb titles goes to the one that agrees on title and year, then to the better known.
CREATE TEMP TABLE tmdb_twice AS SELECT id, tmdb_id FROM raw_tmdb WHERE id IS NOT NULL OR tmdb_id IS NOT NULL GROUP BY id, tmdb_id HAVING count(*) > 1;
INSERT INTO rejection SELECT 'tmdb_full', 'the same row twice: one kept', count(*), min(coalesce(id, '') || ' TMDB ' || coalesce(tmdb_id::VARCHAR, '?')) FROM tmdb_twice HAVING count(*) > 0;
INSERT INTO rejection SELECT 'tmdb_full', 'release date out of range set aside', count(*), min(coalesce(id, '?') || ' ' || release_date) FROM raw_tmdb WHERE year(release_date) NOT BETWEEN 1888 AND getvariable('this_year') + 5 HAVING count(*) > 0;
CREATE TEMP TABLE tmdb_distinct AS
SELECT r.* FROM raw_tmdb r WHERE NOT EXISTS (FROM tmdb_twice t WHERE t.id IS NOT DISTINCT FROM r.id AND t.tmdb_id IS NOT DISTINCT FROM r.tmdb_id)
UNION ALL SELECT r.* FROM raw_tmdb r JOIN tmdb_twice t ON t.id IS NOT DISTINCT FROM r.id AND t.tmdb_id IS NOT DISTINCT FROM r.tmdb_id
QUALIFY row_number() OVER (PARTITION BY r.id, r.tmdb_id ORDER BY r.votes DESC NULLS LAST, length(r.overview) DESC NULLS LAST, r.overview, r.title) = 1;
CREATE TEMP TABLE tmdb_linked AS
SELECT t.* REPLACE (coalesce(t.id, l.id) AS id, CASE WHEN year(t.release_date) BETWEEN 1888 AND getvariable('this_year') + 5 THEN t.release_date END AS release_date)
FROM tmdb_distinct t LEFT JOIN (SELECT tmdb_id, any_value(id ORDER BY id) AS id FROM raw_link WHERE tmdb_id IS NOT NULL AND id IS NOT NULL GROUP BY tmdb_id HAVING count(DISTINCT id) = 1) l USING (tmdb_id);
INSERT INTO rejection SELECT 'tmdb_full', 'no IMDb identifier', count(*), min(coalesce(title, original_title, '') || ' (TMDB ' || coalesce(tmdb_id::VARCHAR, '?') || ')') FROM tmdb_linked WHERE id IS NULL HAVING count(*) > 0;
INSERT INTO rejection SELECT 'tmdb_full', 'IMDb title is a series', count(*), min(l.id || ' ' || coalesce(l.title, '')) FROM tmdb_linked l JOIN title_clean t USING (id) WHERE t.kind IN ('tvSeries', 'tvMiniSeries') HAVING count(*) > 0;
INSERT INTO rejection SELECT 'tmdb_full', 'IMDb title is not a film of title.basics (short, episode or absent)', count(*), min(l.id || ' ' || coalesce(l.title, '')) FROM tmdb_linked l ANTI JOIN title_clean t USING (id) WHERE l.id IS NOT NULL HAVING count(*) > 0;

CREATE TEMP TABLE tmdb_ranked AS
SELECT l.*, row_number() OVER (PARTITION BY l.id ORDER BY l.votes DESC NULLS LAST, l.tmdb_id) AS copy,
  row_number() OVER (PARTITION BY coalesce(l.tmdb_id::VARCHAR, l.id)
    ORDER BY lower(t.title) = lower(l.title) DESC NULLS LAST, abs(t.year - year(l.release_date)) NULLS LAST, r.votes DESC NULLS LAST, l.id) AS claim
FROM tmdb_linked l JOIN title_clean t ON t.id = l.id AND t.kind IN ('movie', 'tvMovie') LEFT JOIN rating_clean r ON r.id = l.id;
INSERT INTO rejection SELECT 'tmdb_full', 'one TMDB identifier on two IMDb titles: given to the closer one', count(*), min('TMDB ' || coalesce(tmdb_id::VARCHAR, '?') || ' not given to ' || id) FROM tmdb_ranked WHERE claim > 1 HAVING count(*) > 0;
INSERT INTO rejection SELECT 'tmdb_full', 'two TMDB rows on one IMDb title: the one with more votes kept', count(*), min(id || ' TMDB ' || coalesce(tmdb_id::VARCHAR, '?')) FROM tmdb_ranked WHERE copy > 1 AND claim = 1 HAVING count(*) > 0;
CREATE TEMP TABLE tmdb_clean AS SELECT * FROM tmdb_ranked WHERE claim = 1 QUALIFY row_number() OVER (PARTITION BY id ORDER BY copy) = 1;
INSERT INTO rejection SELECT 'tmdb_full', 'year differs from IMDb by more than one: IMDb kept', count(*), min(c.id || ' ' || t.year || ' / ' || year(c.release_date)) FROM tmdb_clean c JOIN title_clean t USING (id) WHERE abs(t.year - year(c.release_date)) > 1 HAVING count(*) > 0;
INSERT INTO rejection SELECT 'tmdb_full', 'running time differs from IMDb by more than 10 min: IMDb kept', count(*), min(c.id || ' ' || t.runtime || ' / ' || c.runtime) FROM tmdb_clean c JOIN title_clean t USING (id) WHERE abs(t.runtime - c.runtime) > 10 HAVING count(*) > 0;
CREATE TEMP TABLE french_clean AS SELECT id, any_value(title ORDER BY title) AS title, any_value(overview ORDER BY length(overview) DESC) AS overview, any_value(tagline ORDER BY tagline) AS tagline, any_value(poster_path ORDER BY poster_path) AS poster_path FROM raw_french WHERE id IS NOT NULL GROUP BY id;
DROP TABLE raw_tmdb; DROP TABLE raw_french; DROP TABLE raw_link; DROP TABLE tmdb_distinct; DROP TABLE tmdb_linked; DROP TABLE tmdb_ranked;
