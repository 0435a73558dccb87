INSERT INTO raw_renown
SELECT * FROM read_csv(getvariable('file_renown'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'renown': 'VARCHAR'});
