-- The catalogue: what the rest of the house reads. `film` is the dense index, 0 to films - 1, in the order of the identifiers as text: the order of the dumps.
CREATE TABLE source (name VARCHAR, file VARCHAR, date DATE, row_count BIGINT);
CREATE TABLE build_info (key VARCHAR, value VARCHAR);
CREATE TABLE rejection (file VARCHAR, reason VARCHAR, count BIGINT, example VARCHAR);
CREATE TABLE film (
  film INTEGER, id VARCHAR, kind VARCHAR,
  title VARCHAR, original_title VARCHAR, title_fr VARCHAR, title_fr_source VARCHAR,
  year INTEGER, year_source VARCHAR, release_date DATE, release_date_source VARCHAR,
  runtime INTEGER, runtime_source VARCHAR,
  rating DOUBLE, votes INTEGER, rating_source VARCHAR, renown INTEGER, renown_source VARCHAR,
  overview VARCHAR, overview_source VARCHAR, overview_fr VARCHAR, overview_fr_source VARCHAR,
  tagline VARCHAR, tagline_source VARCHAR,
  original_language VARCHAR, original_language_source VARCHAR,
  budget BIGINT, budget_source VARCHAR, revenue BIGINT, revenue_source VARCHAR,
  poster_path VARCHAR, poster_path_source VARCHAR, trailer VARCHAR, trailer_source VARCHAR,
  tmdb_id BIGINT, tmdb_id_source VARCHAR, art_et_essai VARCHAR, art_et_essai_source VARCHAR
);
CREATE TABLE film_name (film INTEGER, name VARCHAR, kind VARCHAR, source VARCHAR);
CREATE TABLE film_genre (film INTEGER, genre VARCHAR, source VARCHAR);
CREATE TABLE film_keyword (film INTEGER, keyword VARCHAR, source VARCHAR);
CREATE TABLE film_country (film INTEGER, country VARCHAR, source VARCHAR);
CREATE TABLE film_language (film INTEGER, language VARCHAR, source VARCHAR);
CREATE TABLE film_company (film INTEGER, company VARCHAR, source VARCHAR);
-- `characters` is as the source has it: IMDb's JSON list, TMDB's text. `person` is the number of the identifier (nm0000001 -> 1); people that only TMDB knows are below zero.
CREATE TABLE film_credit (film INTEGER, billing INTEGER, person INTEGER, category VARCHAR, characters VARCHAR, source VARCHAR);
-- What a list shows of a film, gathered once: the selection is film-card.sql.
CREATE TABLE film_card (film INTEGER, directors VARCHAR[], genres VARCHAR[], countries VARCHAR[]);
CREATE TABLE series (id VARCHAR, kind VARCHAR, title VARCHAR, original_title VARCHAR, title_fr VARCHAR, start_year INTEGER, end_year INTEGER, runtime INTEGER, genres VARCHAR[], rating DOUBLE, votes INTEGER, episodes INTEGER, source VARCHAR);
CREATE TABLE series_credit (series VARCHAR, billing INTEGER, person INTEGER, category VARCHAR, characters VARCHAR, source VARCHAR);
-- `source` is the name's. `sex` is 'woman', 'man' or 'other' where a source says so; never guessed from a name.
CREATE TABLE person (person INTEGER, name VARCHAR, birth_year INTEGER, birth_year_source VARCHAR, death_year INTEGER, death_year_source VARCHAR, sex VARCHAR, sex_source VARCHAR, source VARCHAR,
  id VARCHAR GENERATED ALWAYS AS (CASE WHEN person < 0 THEN 'tm' ELSE 'nm' END || CASE WHEN abs(person) < 10000000 THEN lpad(abs(person)::VARCHAR, 7, '0') ELSE abs(person)::VARCHAR END) VIRTUAL);
