INSERT INTO raw_principal
SELECT * FROM read_csv(getvariable('source_file'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'ordering': 'VARCHAR', 'person': 'VARCHAR', 'category': 'VARCHAR', 'job': 'VARCHAR', 'characters': 'VARCHAR'});
