package dev.ordo;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Holds the map of the house. */
class ModularityTests {
  private final ApplicationModules modules = ApplicationModules.of(Ordo.class);

  @Test
  void modulesDependOnlyAsDeclared() {
    modules.verify();
  }
}
