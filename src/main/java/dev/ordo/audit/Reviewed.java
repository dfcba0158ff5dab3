package dev.ordo.audit;

import dev.ordo.order.Order;
import java.util.List;
import java.util.Set;

/** What review let pass; fulfilment secures the units and releases, in the same transaction. */
public record Reviewed(List<Passed> passed) {
  /**
   * An order without an open question.
   *
   * @param decisionId the audit decision that let it pass
   * @param appointedCarrier carrier the remarks ask for, empty for free choice
   */
  public record Passed(
      Order order,
      long decisionId,
      String appointedCarrier,
      Set<String> excludedCarriers,
      boolean invoiceWanted,
      Set<String> tags) {}
}
