INSERT INTO raw_title
SELECT * REPLACE (nullif(trim(title), '') AS title, nullif(trim(original_title), '') AS original_title) FROM read_csv(getvariable('file_title_basics'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'kind': 'VARCHAR', 'title': 'VARCHAR', 'original_title': 'VARCHAR', 'adult': 'VARCHAR', 'start_year': 'VARCHAR', 'end_year': 'VARCHAR', 'runtime': 'VARCHAR', 'genres': 'VARCHAR'});
