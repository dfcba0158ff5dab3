package dev.ordo.inventory;

import dev.ordo.OnPostgres;

@OnPostgres
class StockOnPostgresTests extends StockTests {}
