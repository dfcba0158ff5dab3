package dev.ordo.finance;

import dev.ordo.OnPostgres;

@OnPostgres
class AccrualsOnPostgresTests extends AccrualsTests {}
