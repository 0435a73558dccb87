INSERT INTO raw_aka
SELECT * REPLACE (nullif(trim(title), '') AS title) FROM read_csv(getvariable('file_title_akas'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'ordering': 'VARCHAR', 'title': 'VARCHAR', 'region': 'VARCHAR', 'language': 'VARCHAR', 'types': 'VARCHAR', 'attributes': 'VARCHAR', 'is_original': 'VARCHAR'})
WHERE region = 'FR' OR region IS NULL OR is_original = '1' OR region IN ('US', 'GB', 'XWW');
