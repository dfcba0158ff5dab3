package dev.ordo;

/** Late changes on a real PostgreSQL. */
@OnPostgres
class LateChangeOnPostgresTests extends LateChangeTests {}
