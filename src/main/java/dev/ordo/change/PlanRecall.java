package dev.ordo.change;

import dev.ordo.fulfilment.Planning;
import dev.ordo.order.Orders;
import dev.ordo.rules.Redeciding;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets planned orders that have not been waved be merged and split anew. */
@Component
class PlanRecall implements Redeciding {
  private final Planning planning;
  private final Orders orders;
  private final Changes changes;

  PlanRecall(Planning planning, Orders orders, Changes changes) {
    this.planning = planning;
    this.orders = orders;
    this.changes = changes;
  }

  @Override
  public String point() {
    return "planning";
  }

  @Override
  public String kind() {
    return "ORDER";
  }

  @Override
  public List<Long> open(long after, int size) {
    return orders.beforeShipping(after, size);
  }

  @Override
  public List<Again> again(Collection<Long> subjects) {
    return planning.again(subjects);
  }

  @Override
  public List<Long> apply(Collection<Long> subjects, String actor, String why) {
    return subjects.stream().sorted().filter(id -> changes.planAgain(id, actor, why)).toList();
  }
}
