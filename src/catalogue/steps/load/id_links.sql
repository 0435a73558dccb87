INSERT INTO raw_link
SELECT * FROM read_csv(getvariable('source_file'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'tmdb_id': 'BIGINT', 'id': 'VARCHAR'});
