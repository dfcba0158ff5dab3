package dev.ordo.rulebook;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The policies people set. */
@Repository
class PolicyRows {
  private final JdbcTemplate jdbc;
  private final RulebookSettings settings;

  PolicyRows(JdbcTemplate jdbc, RulebookSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  GatePolicy of(String point) {
    return jdbc
        .queryForList("SELECT policy FROM rule_policy WHERE point = ?", String.class, point)
        .stream()
        .findFirst()
        .map(text -> JsonMapper.shared().readValue(text, GatePolicy.class))
        .orElseGet(() -> GatePolicy.initial(point, settings.activates(point)));
  }

  void put(GatePolicy policy) {
    String text = JsonMapper.shared().writeValueAsString(policy);
    if (jdbc.update("UPDATE rule_policy SET policy = ? WHERE point = ?", text, policy.point())
        == 0) {
      jdbc.update("INSERT INTO rule_policy (point, policy) VALUES (?, ?)", policy.point(), text);
    }
  }
}
