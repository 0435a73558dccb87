INSERT INTO raw_french
SELECT * FROM read_csv(getvariable('file_tmdb_fr'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'title': 'VARCHAR', 'overview': 'VARCHAR', 'tagline': 'VARCHAR', 'poster_path': 'VARCHAR'});
