package dev.ordo.wave;

import dev.ordo.OnPostgres;

@OnPostgres
class RevisingOnPostgresTests extends RevisingTests {}
