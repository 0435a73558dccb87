CREATE OR REPLACE TEMP VIEW raw_name AS
SELECT TRY_CAST(id[3:] AS INTEGER) AS person, nullif(trim(name), '') AS name, birth, death, profession
FROM read_csv(getvariable('file_name_basics'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'name': 'VARCHAR', 'birth': 'VARCHAR', 'death': 'VARCHAR', 'profession': 'VARCHAR', 'known_for': 'VARCHAR'});
