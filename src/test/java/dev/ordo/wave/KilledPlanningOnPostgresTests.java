package dev.ordo.wave;

import dev.ordo.OnPostgres;

@OnPostgres
class KilledPlanningOnPostgresTests extends KilledPlanningTests {}
