package dev.ordo;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The journey on the embedded database. */
class JourneyOnH2Tests extends JourneyTests {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    String url = TestDatabases.h2Url();
    registry.add("spring.datasource.url", () -> url);
    registry.add("spring.datasource.username", () -> "ordo");
  }
}
