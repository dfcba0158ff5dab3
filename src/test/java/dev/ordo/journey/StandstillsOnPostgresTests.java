package dev.ordo.journey;

import dev.ordo.OnPostgres;

@OnPostgres
class StandstillsOnPostgresTests extends StandstillsTests {}
