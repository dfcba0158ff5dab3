package dev.ordo;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each server of the tests a fresh database: H2 in memory, or PostgreSQL where asked for. */
final class ChosenDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  static final String PROPERTY = "test.database";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    boolean postgres = "postgres".equals(context.getEnvironment().getProperty(PROPERTY));
    TestPropertyValues.of(
            "spring.datasource.url="
                + (postgres ? TestDatabases.postgresUrl() : TestDatabases.h2Url()),
            "spring.datasource.username=" + (postgres ? "postgres" : "ordo"))
        .applyTo(context);
  }
}
