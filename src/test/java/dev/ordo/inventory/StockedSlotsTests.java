package dev.ordo.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.TestDatabases;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class StockedSlotsTests {
  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void tellsWhatLiesWhereAndNothingOfEmptySlots(String kind) {
    DataSource source = kind.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres();
    JdbcTemplate jdbc = new JdbcTemplate(source);
    String insert =
        """
        INSERT INTO stock_place (warehouse, location, sku, batch, on_hand, reserved)
        VALUES (?, ?, ?, '-', ?, 0)\
        """;
    jdbc.update(insert, "SH1", "A-1", "CUP", 3);
    jdbc.update(insert, "SH1", "A-1", "JAR", 4);
    jdbc.update(insert, "SH1", "A-2", "JAR", 0);
    jdbc.update(insert, "BJ1", "A-3", "JAR", 5);

    assertThat(new StockedSlots(jdbc).units("SH1", List.of("A-1", "A-2", "A-3")))
        .isEqualTo(Map.of("A-1", 7));
  }
}
