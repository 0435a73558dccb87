INSERT INTO raw_keyword
SELECT * FROM read_csv(getvariable('file_tmdb_keywords'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'keywords': 'VARCHAR'});
