package dev.ordo.channel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * How a dropped file balances: every line is in exactly one row, so rows add up to the file.
 *
 * @param name file name
 * @param lines lines of the file
 * @param amount what all its lines are worth together
 * @param repeated lines that repeat an earlier line exactly; they count like any other
 * @param orders orders stored now or known before
 */
public record FileReport(
    String id,
    String name,
    String profile,
    Instant takenAt,
    int lines,
    BigDecimal amount,
    int repeated,
    int orders,
    List<Row> rows) {
  public FileReport {
    rows = List.copyOf(rows);
  }

  /**
   * Lines of one fate.
   *
   * @param kind ORDER_LINE, REFUND, FREIGHT, DISCOUNT, or why they were set aside
   * @param incident whether a person finds them among the incidents
   */
  public record Row(String kind, boolean incident, int lines, BigDecimal amount) {}
}
