package dev.ordo;

/** The journey on a real PostgreSQL. */
@OnPostgres
class JourneyOnPostgresTests extends JourneyTests {}
