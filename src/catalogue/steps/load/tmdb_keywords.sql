INSERT INTO raw_keyword
SELECT * FROM read_csv(getvariable('source_file'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'keywords': 'VARCHAR'});
