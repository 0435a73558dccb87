INSERT INTO raw_tmdb_person
SELECT * FROM read_csv(getvariable('file_tmdb_persons'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'tmdb_id': 'VARCHAR', 'id': 'VARCHAR', 'name': 'VARCHAR', 'birth': 'INTEGER', 'death': 'INTEGER', 'sex': 'VARCHAR'});
