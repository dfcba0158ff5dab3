package dev.ordo.change;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.fulfilment.Interceptions;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Stops goods on their way through the house and has what was taken off the shelf put back. */
@Component
class Recalls {
  static final String PUT_BACK = "PUT_BACK";

  private static final Duration TASK_TIME = Duration.ofHours(4);
  private static final int LONGEST = 900;

  private final Consignments consignments;
  private final Interceptions interceptions;
  private final ObjectProvider<Compensation> compensations;
  private final Tasks tasks;
  private final BusinessClock clock;

  Recalls(
      Consignments consignments,
      Interceptions interceptions,
      ObjectProvider<Compensation> compensations,
      Tasks tasks,
      BusinessClock clock) {
    this.consignments = consignments;
    this.interceptions = interceptions;
    this.compensations = compensations;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Locks what an order has in the house, in the order in which the floor does: trips, parcels,
   * consignments.
   */
  void hold(long orderId) {
    List<Long> ids = ids(consignments.ofOrder(orderId));
    compensations.orderedStream().forEach(c -> c.hold(ids));
    consignments.lockOfOrder(orderId);
  }

  /** Calls consignments back that stand between WAVED and PACKED. */
  void intercept(List<Consignment> onFloor, String actor, String why) {
    Map<Long, List<Compensation.Taken>> taken = taken(onFloor);
    tell(onFloor, interceptions.intercept(onFloor, taken.keySet(), actor, why), taken, actor, why);
  }

  /**
   * Calls back what lacks units, so that its locks are less than its lines.
   *
   * @return whether it was called back now and nothing of it was taken off the shelf
   */
  boolean interceptShort(Consignment it, String actor, String why) {
    List<Consignment> one = List.of(it);
    Map<Long, List<Compensation.Taken>> taken = taken(one);
    List<Long> called = interceptions.intercept(one, Set.of(it.id()), actor, why);
    tell(one, called, taken, actor, why);
    return !called.isEmpty() && taken.isEmpty();
  }

  private void tell(
      List<Consignment> onFloor,
      List<Long> called,
      Map<Long, List<Compensation.Taken>> taken,
      String actor,
      String why) {
    stop(called, actor, why);
    tasks.openAll(
        onFloor.stream()
            .filter(c -> called.contains(c.id()) && taken.containsKey(c.id()))
            .map(c -> task(c, taken.getOrDefault(c.id(), List.of())))
            .toList());
  }

  /** Stops what modules do for consignments that are no more. */
  void stop(List<Long> consignmentIds, String actor, String why) {
    compensations.orderedStream().forEach(c -> c.stop(consignmentIds, actor, why));
  }

  void callBack(Collection<Consignment> handedOver, String actor) {
    compensations.orderedStream().forEach(c -> c.callBack(handedOver, actor));
  }

  /** Picked goods by consignment; from PICKED on everything was taken, whoever recorded it. */
  private Map<Long, List<Compensation.Taken>> taken(List<Consignment> onFloor) {
    Map<Long, List<Compensation.Taken>> taken =
        compensations
            .orderedStream()
            .flatMap(c -> c.taken(ids(onFloor)).stream())
            .collect(
                Collectors.groupingBy(
                    Compensation.Taken::consignmentId, TreeMap::new, Collectors.toList()));
    onFloor.stream()
        .filter(c -> c.status().compareTo(ConsignmentStatus.PICKED) >= 0)
        .forEach(c -> taken.computeIfAbsent(c.id(), id -> places(c)));
    return taken;
  }

  private static List<Compensation.Taken> places(Consignment consignment) {
    List<Compensation.Taken> all = new ArrayList<>();
    for (Consignment.Line line : consignment.lines()) {
      line.places()
          .forEach(
              p ->
                  all.add(
                      new Compensation.Taken(consignment.id(), p.location(), line.sku(), p.qty())));
    }
    return all;
  }

  private NewTask task(Consignment consignment, List<Compensation.Taken> taken) {
    String what =
        taken.stream()
            .map(t -> "%s: %s × %d".formatted(t.location(), t.sku(), t.qty()))
            .collect(Collectors.joining("; "));
    return new NewTask(
            PUT_BACK,
            "CONSIGNMENT",
            consignment.id(),
            key(consignment.id()),
            Role.WAREHOUSE,
            "change.task.PUT_BACK",
            List.of(
                Ids.text(consignment.id()), what.substring(0, Math.min(what.length(), LONGEST))),
            clock.now().plus(TASK_TIME))
        .inWarehouse(consignment.warehouse());
  }

  static String key(long consignmentId) {
    return "put-back:" + consignmentId;
  }

  static List<Long> ids(Collection<Consignment> all) {
    return all.stream().map(Consignment::id).toList();
  }

  /** Those the floor has begun on and the carrier has not. */
  static List<Consignment> onFloor(Collection<Consignment> carried, Set<Long> lineIds) {
    return carried.stream()
        .filter(c -> c.status().isFrozen() && c.status().isHere())
        .filter(
            c ->
                lineIds.isEmpty()
                    || c.lines().stream().anyMatch(l -> lineIds.contains(l.orderLineId())))
        .toList();
  }
}
