package dev.ordo;

/** Newer versions on a real PostgreSQL. */
@OnPostgres
class NewerVersionOnPostgresTests extends NewerVersionTests {}
