/** The shape of catalogue.duckdb: raised when a table changes, so that a server never reads what it does not know. */
export const catalogueVersion = 4;
