INSERT INTO raw_tmdb_credit
SELECT * FROM read_csv(getvariable('file_tmdb_credits'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'person': 'VARCHAR', 'name': 'VARCHAR', 'job': 'VARCHAR', 'cast_order': 'INTEGER', 'character': 'VARCHAR'});
