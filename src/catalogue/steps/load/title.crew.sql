CREATE OR REPLACE TEMP VIEW raw_crew AS
SELECT TRY_CAST(id[3:] AS INTEGER) AS title, directors, writers
FROM read_csv(getvariable('file_title_crew'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'directors': 'VARCHAR', 'writers': 'VARCHAR'});
