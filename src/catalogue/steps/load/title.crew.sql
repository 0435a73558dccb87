INSERT INTO raw_crew
SELECT * FROM read_csv(getvariable('source_file'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'directors': 'VARCHAR', 'writers': 'VARCHAR'});
