package dev.ordo;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each server of the tests a fresh database: H2 in memory, or PostgreSQL where asked for. */
final class ChosenDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  static final String PROPERTY = "test.database";

  private static final Queue<ConfigurableApplicationContext> SERVERS =
      new ConcurrentLinkedQueue<>();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    boolean postgres = "postgres".equals(context.getEnvironment().getProperty(PROPERTY));
    TestPropertyValues.of(
            "spring.datasource.url="
                + (postgres ? TestDatabases.postgresUrl() : TestDatabases.h2Url()),
            "spring.datasource.username=" + (postgres ? "postgres" : "ordo"))
        .applyTo(context);
    SERVERS.add(context);
  }

  static void closeServers() {
    SERVERS.forEach(ConfigurableApplicationContext::close);
  }
}
