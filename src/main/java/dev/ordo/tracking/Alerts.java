package dev.ordo.tracking;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.rules.Decision;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Routing;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Subject;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shipping.Parcel;
import dev.ordo.shipping.Parcels;
import dev.ordo.tracking.facts.ParcelFact;
import dev.ordo.tracking.facts.RaiseAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Stage {@code alert}: asks the timed alert rules about parcels on their way. One task per parcel
 * and kind; it closes when its rule no longer says so.
 */
@Service
public class Alerts {
  static final String POINT = "alert";

  private final TraceRows rows;
  private final Parcels parcels;
  private final Consignments consignments;
  private final Rules rules;
  private final Tasks tasks;
  private final TrackingSettings settings;
  private final BusinessClock clock;

  Alerts(
      TraceRows rows,
      Parcels parcels,
      Consignments consignments,
      Rules rules,
      Tasks tasks,
      TrackingSettings settings,
      BusinessClock clock) {
    this.rows = rows;
    this.parcels = parcels;
    this.consignments = consignments;
    this.rules = rules;
    this.tasks = tasks;
    this.settings = settings;
    this.clock = clock;
  }

  /** Looks at every claimed parcel; runs in the claim's transaction. */
  public void check(List<Long> parcelIds) {
    Instant now = clock.now();
    Round round = new Round(now);
    List<Trace> traces = rows.loadForUpdate(parcelIds);
    List<Decision> decisions =
        rules.together(() -> traces.stream().map(t -> decide(t, now)).toList());
    for (int i = 0; i < traces.size(); i++) {
      round.look(traces.get(i), decisions.get(i));
    }
    rules.record(round.recorded);
    tasks.openAll(placed(round.opened));
    tasks.closeAll(round.closed, "the condition is over");
    rows.alerts(round.changed);
    rows.nextCheck(round.next);
    rows.unwatch(round.over);
  }

  private Decision decide(Trace trace, Instant now) {
    return rules.decide(POINT, now, List.of(fact(trace, now)), new Routing("", trace.parcelId()));
  }

  /** Only the people of the shop and the warehouse see the task; of several shops all do. */
  private List<NewTask> placed(List<NewTask> opened) {
    if (opened.isEmpty()) {
      return opened;
    }
    Map<Long, Parcel> parcelById =
        parcels.load(opened.stream().map(NewTask::subjectId).distinct().toList()).stream()
            .collect(Collectors.toMap(Parcel::id, p -> p));
    Map<Long, Consignment> ownerById =
        consignments
            .load(parcelById.values().stream().map(Parcel::consignmentId).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Consignment::id, c -> c));
    return opened.stream()
        .map(task -> placed(task, parcelById.get(task.subjectId()), ownerById))
        .toList();
  }

  private static NewTask placed(
      NewTask task, @Nullable Parcel parcel, Map<Long, Consignment> ownerById) {
    if (parcel == null) {
      return task;
    }
    Consignment owner = ownerById.get(parcel.consignmentId());
    return task.inWarehouse(parcel.warehouse()).ofShop(owner == null ? "" : owner.onlyShop());
  }

  private static String key(Trace trace, String code) {
    return "alert:" + trace.parcelId() + ":" + code;
  }

  private static NewTask task(Trace trace, RaiseAlert alert, Instant now) {
    return new NewTask(
        alert.code(),
        "PARCEL",
        trace.parcelId(),
        key(trace, alert.code()),
        Role.valueOf(alert.ownerRole()),
        "tracking.task." + alert.code(),
        List.of(trace.carrier(), trace.waybillNo()),
        now.plus(Duration.ofHours(alert.hours())));
  }

  private static ParcelFact fact(Trace trace, Instant now) {
    return new ParcelFact(
        trace.state().name(),
        trace.carrier(),
        trace.province(),
        trace.hoursSinceScan(now),
        trace.hoursInState(now),
        trace.hoursAtPlace(now),
        trace.failures());
  }

  /** Collects what one batch has to write. */
  private final class Round {
    private final Instant now;
    private final List<Recorded> recorded = new ArrayList<>();
    private final List<NewTask> opened = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final List<Trace> changed = new ArrayList<>();
    private final Map<Long, Instant> next = new HashMap<>();
    private final List<Long> over = new ArrayList<>();

    Round(Instant now) {
      this.now = now;
    }

    void look(Trace trace, Decision decision) {
      List<RaiseAlert> raised = decision.all(RaiseAlert.class);
      List<String> codes = raised.stream().map(RaiseAlert::code).distinct().sorted().toList();
      if (!codes.equals(trace.alerts())) {
        recorded.add(
            new Recorded(
                decision,
                List.of(
                    new Subject("PARCEL", trace.parcelId()),
                    new Subject("CONSIGNMENT", trace.consignmentId()))));
        changed.add(trace.withAlerts(codes));
        raised.forEach(r -> opened.add(task(trace, r, now)));
        trace.alerts().stream()
            .filter(code -> !codes.contains(code))
            .forEach(code -> closed.add(key(trace, code)));
      }
      plan(trace);
    }

    private void plan(Trace trace) {
      if (trace.state().isFinal()) {
        over.add(trace.parcelId());
      } else {
        next.put(trace.parcelId(), now.plus(settings.checkEvery()));
      }
    }
  }
}
