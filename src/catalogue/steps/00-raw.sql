-- What the sources hold, as text, one temporary table a file; a file that is absent leaves its table empty.
CREATE TEMP TABLE raw_title (id VARCHAR, kind VARCHAR, title VARCHAR, original_title VARCHAR, adult VARCHAR, start_year VARCHAR, end_year VARCHAR, runtime VARCHAR, genres VARCHAR);
CREATE TEMP TABLE raw_rating (id VARCHAR, rating VARCHAR, votes VARCHAR);
CREATE TEMP TABLE raw_aka (id VARCHAR, ordering VARCHAR, title VARCHAR, region VARCHAR, language VARCHAR, types VARCHAR, attributes VARCHAR, is_original VARCHAR);
CREATE TEMP TABLE raw_renown (id VARCHAR, renown VARCHAR);
CREATE TEMP TABLE raw_tmdb (tmdb_id BIGINT, id VARCHAR, title VARCHAR, original_title VARCHAR, original_language VARCHAR, overview VARCHAR, tagline VARCHAR, poster_path VARCHAR, countries VARCHAR, languages VARCHAR, genres VARCHAR, companies VARCHAR, release_date DATE, budget BIGINT, revenue BIGINT, runtime INTEGER, adult BOOLEAN, mean DOUBLE, votes INTEGER);
CREATE TEMP TABLE raw_keyword (id VARCHAR, keywords VARCHAR);
CREATE TEMP TABLE raw_french (id VARCHAR, title VARCHAR, overview VARCHAR, tagline VARCHAR, poster_path VARCHAR);
CREATE TEMP TABLE raw_tmdb_credit (id VARCHAR, person VARCHAR, name VARCHAR, job VARCHAR, cast_order INTEGER, character VARCHAR);
CREATE TEMP TABLE raw_tmdb_person (tmdb_id VARCHAR, id VARCHAR, name VARCHAR, birth INTEGER, death INTEGER, sex VARCHAR);
CREATE TEMP TABLE raw_video (id VARCHAR, site VARCHAR, key VARCHAR);
CREATE TEMP TABLE raw_link (tmdb_id BIGINT, id VARCHAR);
CREATE TEMP TABLE raw_afcae (title VARCHAR, director VARCHAR, labels VARCHAR, release_date VARCHAR, distributor VARCHAR, visa VARCHAR);
-- The four biggest are read where they lie, once, when they are needed; identifiers as their numbers (nm0000001 -> 1), TMDB's own people below zero.
CREATE TEMP VIEW raw_principal AS SELECT NULL::INTEGER AS title, NULL::INTEGER AS ordering, NULL::INTEGER AS person, NULL::VARCHAR AS category, NULL::VARCHAR AS characters WHERE false;
CREATE TEMP VIEW raw_crew AS SELECT NULL::INTEGER AS title, NULL::VARCHAR AS directors, NULL::VARCHAR AS writers WHERE false;
CREATE TEMP VIEW raw_episode AS SELECT NULL::INTEGER AS parent WHERE false;
CREATE TEMP VIEW raw_name AS SELECT NULL::INTEGER AS person, NULL::VARCHAR AS name, NULL::VARCHAR AS birth, NULL::VARCHAR AS death, NULL::VARCHAR AS profession WHERE false;
CREATE TEMP TABLE raw_nameless (person INTEGER);
