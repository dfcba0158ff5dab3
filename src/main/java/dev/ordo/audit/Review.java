package dev.ordo.audit;

import dev.ordo.audit.facts.Field;
import dev.ordo.audit.facts.Hold;
import dev.ordo.audit.facts.Owner;
import dev.ordo.audit.facts.SetField;
import dev.ordo.audit.facts.Tag;
import dev.ordo.order.Order;
import dev.ordo.order.Orders;
import dev.ordo.rules.Decision;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Redeciding;
import dev.ordo.rules.Routing;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Subject;
import dev.ordo.rules.Undecided;
import dev.ordo.shared.BusinessClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** First half of stage {@code order-review}: the audit and risk rules judge a batch of orders. */
@Service
public class Review {
  private static final Logger LOG = LoggerFactory.getLogger(Review.class);
  private static final String UNDECIDED = "RULES_UNDECIDED";

  private final Orders orders;
  private final ReviewFacts facts;
  private final Rules rules;
  private final BusinessClock clock;

  Review(Orders orders, ReviewFacts facts, Rules rules, BusinessClock clock) {
    this.orders = orders;
    this.facts = facts;
    this.rules = rules;
    this.clock = clock;
  }

  private sealed interface Outcome {}

  /** The rules found no end, or a rule failed: the operations manager looks at order and rules. */
  private record Left(Order order, Undecided why, String factsKey) implements Outcome {
    Orders.NewHold hold() {
      String detail = why.point() + " " + why.release().substring(0, 12);
      return new Orders.NewHold(
          order.id(), UNDECIDED, Owner.OPS_MANAGER.name(), detail, factsKey, null);
    }
  }

  private record Judged(Order order, Decision audit, Decision risk, String factsKey)
      implements Outcome {
    List<Hold> holds() {
      Map<String, Hold> byReason = new LinkedHashMap<>();
      Stream.of(audit, risk)
          .flatMap(d -> d.all(Hold.class).stream())
          .forEach(h -> byReason.putIfAbsent(h.code(), h));
      return List.copyOf(byReason.values());
    }
  }

  /**
   * Holds what a person must look at and hands on what passes.
   *
   * @param orderIds orders in RECEIVED without open holds, rows locked
   */
  public Reviewed review(List<Long> orderIds) {
    List<Order> batch = orders.load(orderIds);
    Instant now = clock.now();
    Map<Order, ReviewFacts.Seen> seen = facts.of(batch, now);
    List<Outcome> outcomes =
        rules.together(
            () -> seen.entrySet().stream().map(e -> judge(e.getKey(), e.getValue(), now)).toList());
    List<Judged> judged = only(Judged.class, outcomes).toList();
    orders.hold(
        Stream.concat(
                judged.stream().flatMap(Review::newHolds),
                only(Left.class, outcomes).map(Left::hold))
            .toList());
    rules.record(judged.stream().flatMap(Review::records).toList());
    return new Reviewed(
        judged.stream().filter(j -> j.holds().isEmpty()).map(Review::passed).toList());
  }

  /**
   * What the active rules of a point say about orders as they are now; nothing is written.
   *
   * @param point audit or risk
   */
  public List<Redeciding.Again> again(String point, Collection<Long> orderIds) {
    Instant now = clock.now();
    Map<Order, ReviewFacts.Seen> seen = facts.of(orders.load(orderIds), now);
    return rules.together(
        () ->
            seen.entrySet().stream()
                .map(
                    e ->
                        new Redeciding.Again(
                            e.getKey().id(),
                            rules.decide(point, now, factsOf(point, e.getValue()))))
                .toList());
  }

  private static List<Object> factsOf(String point, ReviewFacts.Seen seen) {
    return joined(point.equals("risk") ? seen.risk() : seen.audit(), List.copyOf(seen.cleared()));
  }

  private static <T extends Outcome> Stream<T> only(Class<T> type, List<Outcome> outcomes) {
    return outcomes.stream().filter(type::isInstance).map(type::cast);
  }

  private Outcome judge(Order order, ReviewFacts.Seen seen, Instant now) {
    List<Object> cleared = new ArrayList<>(seen.cleared());
    Routing routing = new Routing(order.shop(), order.id());
    try {
      Decision audit = rules.decide("audit", now, joined(seen.audit(), cleared), routing);
      Decision risk = rules.decide("risk", now, joined(seen.risk(), cleared), routing);
      return new Judged(order, audit, risk, seen.factsKey());
    } catch (Undecided e) {
      LOG.warn("Order ({}) waits for the operations manager: {}", order.id(), e.getMessage());
      return new Left(order, e, seen.factsKey());
    }
  }

  private static List<Object> joined(List<Object> facts, List<Object> cleared) {
    List<Object> all = new ArrayList<>(facts);
    all.addAll(cleared);
    return all;
  }

  private static Stream<Orders.NewHold> newHolds(Judged judged) {
    return judged.holds().stream()
        .map(
            h ->
                new Orders.NewHold(
                    judged.order.id(),
                    h.code(),
                    h.owner().name(),
                    h.detail(),
                    judged.factsKey,
                    judged.audit.all(Hold.class).contains(h)
                        ? judged.audit.id()
                        : judged.risk.id()));
  }

  private static Stream<Recorded> records(Judged judged) {
    List<Subject> subject = List.of(new Subject("ORDER", judged.order.id()));
    return Stream.of(new Recorded(judged.audit, subject), new Recorded(judged.risk, subject));
  }

  private static Reviewed.Passed passed(Judged judged) {
    Set<String> tags = new TreeSet<>(judged.order.tags());
    Stream.of(judged.audit, judged.risk)
        .flatMap(d -> d.all(Tag.class).stream())
        .forEach(t -> tags.add(t.code()));
    List<SetField> fields = judged.audit.all(SetField.class);
    if (fields.stream().anyMatch(f -> f.field() == Field.CALL_FIRST)) {
      tags.add("CALL_FIRST");
    }
    return new Reviewed.Passed(
        judged.order,
        judged.audit.id(),
        values(fields, Field.APPOINTED_CARRIER).findFirst().orElse(""),
        new TreeSet<>(values(fields, Field.EXCLUDED_CARRIER).toList()),
        judged.order.invoiceWanted(),
        tags);
  }

  private static Stream<String> values(List<SetField> fields, Field field) {
    return fields.stream().filter(f -> f.field() == field).map(SetField::value);
  }
}
