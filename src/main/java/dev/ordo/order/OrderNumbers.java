package dev.ordo.order;

import dev.ordo.rules.Subject;
import dev.ordo.trail.SubjectNumbers;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds orders by the number their shop gave them. */
@Component
class OrderNumbers implements SubjectNumbers {
  private final JdbcTemplate jdbc;

  OrderNumbers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Subject> find(String number) {
    return jdbc.query(
        "SELECT id FROM sales_order WHERE platform_no = ?",
        (row, i) -> new Subject("ORDER", row.getLong(1)),
        number);
  }
}
