INSERT INTO raw_rating
SELECT * FROM read_csv(getvariable('file_title_ratings'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'rating': 'VARCHAR', 'votes': 'VARCHAR'});
