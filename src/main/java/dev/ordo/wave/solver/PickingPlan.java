package dev.ordo.wave.solver;

import dev.ordo.site.Walking;
import dev.ordo.wave.solver.TripPlanner.PlannedTrip;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The trips of a {@link PickingInstance} and who walks them: the longest trip goes to whoever is
 * done first.
 */
public final class PickingPlan {
  private final PickingInstance instance;
  private final List<PlannedTrip> trips;
  private final double otherDistance;
  private final double least;
  private final Function<String, @Nullable Stop> stops;

  private PickingPlan(PickingInstance instance, List<PlannedTrip> trips, double otherDistance) {
    this.instance = instance;
    stops = PickingInstance.stops(instance.layout());
    least = trips.stream().mapToDouble(trip -> trip.route().least()).sum();
    this.trips = trips;
    this.otherDistance = otherDistance;
  }

  /** Plans an instance, walked by the shortest way. */
  public static PickingPlan of(
      PickingInstance instance, TripPlanner planner, TripPlanner.Limit limit) {
    return of(instance, planner, limit, Walking.SHORTEST);
  }

  /** Plans an instance. */
  public static PickingPlan of(
      PickingInstance instance, TripPlanner planner, TripPlanner.Limit limit, Walking walking) {
    List<Job> jobs = jobs(instance);
    List<Load> rooms = List.of(new Load(instance.capacity(), 0, 0));
    TripPlanner.Plan plan =
        planner.plan(new TripPlanner.Task(instance.layout(), jobs, rooms, limit, walking));
    return new PickingPlan(instance, plan.trips(), plan.otherMetres());
  }

  /**
   * A plan whose trips were put together elsewhere, each by the numbers of its orders from 0; only
   * the routes are found here.
   */
  public static PickingPlan of(PickingInstance instance, List<List<Integer>> trips) {
    List<Job> jobs = jobs(instance);
    List<Stop> all = jobs.stream().flatMap(job -> job.stops().stream()).toList();
    Guide walk = Ground.of(instance.layout(), Walking.SHORTEST, all).guide();
    List<PlannedTrip> planned = new ArrayList<>();
    for (List<Integer> trip : trips) {
      List<Job> of = trip.stream().map(jobs::get).toList();
      List<Stop> stops = of.stream().flatMap(job -> job.stops().stream()).toList();
      planned.add(new PlannedTrip(of, new Load(instance.capacity(), 0, 0), walk.route(stops)));
    }
    return new PickingPlan(instance, planned, 0);
  }

  private static List<Job> jobs(PickingInstance instance) {
    Function<String, @Nullable Stop> at = PickingInstance.stops(instance.layout());
    List<Job> jobs = new ArrayList<>();
    for (PickingInstance.Order order : instance.orders()) {
      Set<Stop> stops = new HashSet<>();
      order.slots().forEach(slot -> stops.add(known(at.apply(slot))));
      jobs.add(new Job(jobs.size(), jobs.size(), stops, new Load(order.size(), 0, 0)));
    }
    return jobs;
  }

  private static Stop known(@Nullable Stop stop) {
    return Objects.requireNonNull(stop, "the instance was read, so its slots are known");
  }

  public int size() {
    return trips.size();
  }

  /** The sum of all trips, in the instance's unit of length. */
  public double distance() {
    return trips.stream().mapToDouble(trip -> trip.route().metres()).sum();
  }

  /** The same trips walked the other way; 0 if that was not asked. */
  public double otherDistance() {
    return otherDistance;
  }

  /** What the trips cannot go below: the same as the distance on rectangular floors. */
  public double least() {
    return least;
  }

  /** The plan as JSON: trips in the order they are walked, each from depot to depot. */
  public String json() {
    int[] pickers = pickers();
    JsonMapper mapper = JsonMapper.builder().build();
    ObjectNode plan = mapper.createObjectNode();
    plan.put("instance", instance.name());
    ArrayNode batches = plan.putArray("batches");
    for (int i = 0; i < trips.size(); i++) {
      ObjectNode batch = batches.addObject();
      batch.put("id", i + 1);
      batch.put("picker", pickers[i]);
      ArrayNode orders = batch.putArray("orders");
      orders(i).forEach(order -> orders.add(order.id()));
      ArrayNode route = batch.putArray("route");
      slots(i).forEach(route::add);
    }
    if (instance.layout().graph() != null) {
      plan.put("distance", distance());
      plan.put("lowerBound", least);
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(plan) + "\n";
  }

  private List<PickingInstance.Order> orders(int trip) {
    return trips.get(trip).jobs().stream()
        .map(job -> instance.orders().get((int) job.consignment()))
        .toList();
  }

  private List<String> slots(int trip) {
    Map<Stop, Set<String>> at = new HashMap<>();
    for (PickingInstance.Order order : orders(trip)) {
      for (String slot : order.slots()) {
        at.computeIfAbsent(known(stops.apply(slot)), s -> new LinkedHashSet<>()).add(slot);
      }
    }
    return trips.get(trip).route().stops().stream()
        .map(stop -> Objects.requireNonNull(at.get(stop)))
        .flatMap(Collection::stream)
        .toList();
  }

  private int[] pickers() {
    double[] busy = new double[instance.pickers()];
    int[] pickers = new int[trips.size()];
    IntStream.range(0, trips.size())
        .boxed()
        .sorted(Comparator.comparingDouble(this::lasts).reversed())
        .forEach(
            trip -> {
              int first = 0;
              for (int picker = 1; picker < busy.length; picker++) {
                first = busy[picker] < busy[first] ? picker : first;
              }
              busy[first] += lasts(trip);
              pickers[trip] = first + 1;
            });
    return pickers;
  }

  private double lasts(int trip) {
    long units = orders(trip).stream().mapToLong(PickingInstance.Order::units).sum();
    return trips.get(trip).route().metres() * instance.times().perDistance()
        + instance.times().setupPerBatch()
        + units * instance.times().perUnit();
  }
}
