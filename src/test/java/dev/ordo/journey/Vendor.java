package dev.ordo.journey;

import dev.ordo.TestDatabases;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;

/** Both databases; each is set up once for all tests of the module. */
enum Vendor {
  H2,
  POSTGRES;

  private static final Map<Vendor, DataSource> SOURCES = new EnumMap<>(Vendor.class);

  DataSource source() {
    synchronized (SOURCES) {
      return SOURCES.computeIfAbsent(
          this, v -> v == H2 ? TestDatabases.h2() : TestDatabases.postgres());
    }
  }
}
