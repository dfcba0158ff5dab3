package dev.ordo;

@OnPostgres
class InvariantsOnPostgresTests extends InvariantsTests {}
