INSERT INTO raw_name
SELECT * FROM read_csv(getvariable('source_file'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'name': 'VARCHAR', 'birth': 'VARCHAR', 'death': 'VARCHAR', 'profession': 'VARCHAR', 'known_for': 'VARCHAR'});
