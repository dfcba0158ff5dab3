package dev.ordo;

/** Recalls on a real PostgreSQL. */
@OnPostgres
class RecallOnPostgresTests extends RecallTests {}
