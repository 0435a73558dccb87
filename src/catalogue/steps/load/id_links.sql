INSERT INTO raw_link
SELECT * FROM read_csv(getvariable('file_id_links'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'tmdb_id': 'BIGINT', 'id': 'VARCHAR'});
