package dev.ordo;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Holds and draws the map of the house. */
class ModularityTests {
  private final ApplicationModules modules = ApplicationModules.of(Ordo.class);

  @Test
  void modulesDependOnlyAsDeclared() {
    modules.verify();
  }

  @Test
  void drawsTheMap() {
    new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/generated-docs"))
        .writeModulesAsPlantUml();
  }
}
