package dev.ordo.wave;

import dev.ordo.OnPostgres;

@OnPostgres
class WaveFlowOnPostgresTests extends WaveFlowTests {}
