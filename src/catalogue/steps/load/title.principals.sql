CREATE OR REPLACE TEMP VIEW raw_principal AS
SELECT TRY_CAST(id[3:] AS INTEGER) AS title, TRY_CAST(ordering AS INTEGER) AS ordering, CASE WHEN TRY_CAST(nconst[3:] AS INTEGER) BETWEEN 0 AND 134217727 THEN CAST(nconst[3:] AS INTEGER) END AS person, category, characters
FROM read_csv(getvariable('file_title_principals'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'ordering': 'VARCHAR', 'nconst': 'VARCHAR', 'category': 'VARCHAR', 'job': 'VARCHAR', 'characters': 'VARCHAR'});
