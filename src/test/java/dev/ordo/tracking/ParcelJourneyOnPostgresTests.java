package dev.ordo.tracking;

import dev.ordo.OnPostgres;

@OnPostgres
class ParcelJourneyOnPostgresTests extends ParcelJourneyTests {}
