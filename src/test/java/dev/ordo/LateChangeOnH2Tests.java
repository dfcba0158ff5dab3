package dev.ordo;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Late changes on the embedded database. */
class LateChangeOnH2Tests extends LateChangeTests {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    String url = TestDatabases.h2Url();
    registry.add("spring.datasource.url", () -> url);
    registry.add("spring.datasource.username", () -> "ordo");
  }
}
