package dev.ordo.change;

import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every change asked for, once. */
@Repository
class ChangeRequests {
  private static final String INSERT =
      """
      INSERT INTO change_request (id, order_id, change_key, kind, stage, answer, actor, detail,
          amount, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
      """;

  private static final int LONGEST = 500;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final BusinessClock clock;

  ChangeRequests(JdbcClient jdbc, Ids ids, BusinessClock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** Whether this is the first time the change is asked for. */
  boolean note(long orderId, Change change, Stage stage, ChangeTable.Answer answer, String actor) {
    return jdbc.sql(INSERT)
            .params(
                ids.next(),
                orderId,
                change.key(),
                change.kind().name(),
                stage.name(),
                answer.name(),
                actor,
                cut(detail(change)),
                amount(change),
                SqlTime.of(clock.now()))
            .update()
        == 1;
  }

  /** Whether a refund with this number was asked for before. */
  boolean knows(long orderId, String refundNo) {
    return jdbc.sql(
            "SELECT 1 FROM change_request WHERE order_id = ? AND change_key = ? AND kind ="
                + " 'REFUND'")
        .params(orderId, refundNo)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private static String detail(Change change) {
    return switch (change) {
      case Change.CancelOrder c -> c.reason();
      case Change.RefundUnits c -> c.lineNo() + " x" + c.qty();
      case Change.WithdrawRefund c -> c.refundNo();
      case Change.NewVersion c -> c.said();
      case Change.ShippedElsewhere c -> c.status();
      case Change.ChangeAddress c -> "receiver";
      case Change.ChooseCarrier c -> c.said();
    };
  }

  private static BigDecimal amount(Change change) {
    return change instanceof Change.RefundUnits r ? r.amount() : BigDecimal.ZERO;
  }
}
