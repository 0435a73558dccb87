INSERT INTO raw_afcae
SELECT * FROM read_csv(getvariable('file_afcae'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'title': 'VARCHAR', 'director': 'VARCHAR', 'labels': 'VARCHAR', 'release_date': 'VARCHAR', 'distributor': 'VARCHAR', 'visa': 'VARCHAR'});
