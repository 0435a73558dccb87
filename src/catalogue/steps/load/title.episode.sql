CREATE OR REPLACE TEMP VIEW raw_episode AS
SELECT TRY_CAST(parentTconst[3:] AS INTEGER) AS parent
FROM read_csv(getvariable('file_title_episode'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'parentTconst': 'VARCHAR', 'season': 'VARCHAR', 'episode': 'VARCHAR'});
