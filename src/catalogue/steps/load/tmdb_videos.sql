INSERT INTO raw_video
SELECT * FROM read_csv(getvariable('file_tmdb_videos'), delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', auto_detect = false,
  columns = {'id': 'VARCHAR', 'site': 'VARCHAR', 'key': 'VARCHAR'});
