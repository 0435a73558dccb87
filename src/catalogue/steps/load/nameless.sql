INSERT INTO raw_nameless
SELECT * FROM read_csv(getvariable('file_nameless'), delim = '\t', quote = '', escape = '', header = false, auto_detect = false, columns = {'person': 'INTEGER'});
