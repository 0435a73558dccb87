-- What the credits were made from has served: its memory is wanted.
DROP VIEW credit_met;
DROP TABLE principal;
DROP TABLE principal_ranked;
DROP TABLE crew_only;
DROP TABLE tmdb_only;
