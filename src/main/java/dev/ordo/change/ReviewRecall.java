package dev.ordo.change;

import dev.ordo.audit.Review;
import dev.ordo.order.Orders;
import dev.ordo.rules.Redeciding;
import java.util.Collection;
import java.util.List;

/** Lets orders that have not shipped go through review again. */
record ReviewRecall(String point, Review review, Orders orders, Changes changes)
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
    return review.again(point, subjects);
  }

  @Override
  public List<Long> apply(Collection<Long> subjects, String actor, String why) {
    return subjects.stream().sorted().filter(id -> changes.reviewAgain(id, actor, why)).toList();
  }
}
