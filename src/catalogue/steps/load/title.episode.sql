INSERT INTO raw_episode
SELECT * FROM read_csv(getvariable('source_file'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'parent': 'VARCHAR', 'season': 'VARCHAR', 'episode': 'VARCHAR'});
