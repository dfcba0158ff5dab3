package dev.ordo;

/** Short picks on a real PostgreSQL. */
@OnPostgres
class ShortPickOnPostgresTests extends ShortPickTests {}
