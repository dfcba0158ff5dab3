package dev.ordo.change;

import dev.ordo.order.Orders;
import dev.ordo.rules.Redeciding;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Lets orders that have not shipped go through review again, where units are locked anew. */
record ReviewRecall(
    String point,
    Function<Collection<Long>, List<Redeciding.Again>> asks,
    Orders orders,
    Changes changes)
    implements Redeciding {
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
    return asks.apply(subjects);
  }

  @Override
  public List<Long> apply(Collection<Long> subjects, String actor, String why) {
    return subjects.stream().sorted().filter(id -> changes.reviewAgain(id, actor, why)).toList();
  }
}
