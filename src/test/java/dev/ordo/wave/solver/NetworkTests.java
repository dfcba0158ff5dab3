package dev.ordo.wave.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ordo.site.Graph;
import dev.ordo.site.Layout;
import dev.ordo.site.Walking;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkTests {
  private static final SolverConfigs CONFIGS = new SolverConfigs(Path.of("solver-configs"));
  private static final Layout RECTANGLE =
      new Layout(
          10, List.of(20, 20), 4, 1, 1, 1, new Layout.Depot(0, List.of(new Layout.Link(0, 2))));

  @Test
  void smallToursAreAsShortAsTheBestOfAllOrders() {
    Random random = new Random(5);
    double walked = 0;
    double best = 0;
    for (int i = 0; i < 300; i++) {
      Graph graph = Graphs.random(random, 4 + random.nextInt(12), 1 + random.nextInt(8));
      List<Integer> all = IntStream.range(0, graph.slots().size()).boxed().toList();
      double truth = Graphs.shortest(Graphs.distances(graph), all);
      Route route = walk(new Network(graph, stops(all))).route(stops(all));

      assertThat(route.metres()).isCloseTo(truth, within(0.01));
      assertThat(route.least()).isCloseTo(truth, within(0.01));
      assertThat(length(graph, route.stops())).isCloseTo(route.metres(), within(0.01));
      assertThat(new HashSet<>(route.stops())).isEqualTo(new HashSet<>(stops(all)));
      walked += new Network(graph, stops(all)).guide().metres(stops(all));
      best += truth;
    }
    assertThat(walked / best).as("before the search for the order").isBetween(0.999, 1.005);
  }

  @Test
  void isMeasuredAsItIsWalkedBeforeTheSearchForTheOrder() {
    Random random = new Random(6);
    for (int i = 0; i < 50; i++) {
      Graph graph = Graphs.random(random, 30, 40);
      List<Stop> stops = stops(IntStream.range(0, 40).boxed().toList());
      Network network = new Network(graph, stops);
      Ground.Lanes lanes = network.lanes();
      lanes.lay(3, network.bits(stops));
      assertThat(network.metres(lanes.measure()[3]))
          .isEqualTo(network.guide().metres(stops))
          .isCloseTo(length(graph, network.guide().route(stops).stops()), within(0.05));
    }
  }

  @Test
  void floorsOfManyBlocksAreWalkedByGoodToursOverAllTheirStops() {
    Random random = new Random(8);
    for (int blocks = Layout.EXACT_BLOCKS + 1; blocks <= 8; blocks++) {
      List<Layout.Link> links = List.of(new Layout.Link(0, 3), new Layout.Link(5, 4));
      Layout layout =
          new Layout(
              6, java.util.Collections.nCopies(blocks, 9), 4, 1, 1, 1, new Layout.Depot(0, links));
      Set<Stop> stops = new HashSet<>();
      while (stops.size() < 12) {
        stops.add(new Stop(random.nextInt(6), random.nextInt(blocks), random.nextInt(9)));
      }
      Ground ground = Ground.of(layout, Walking.SHORTEST, stops);
      Route route = ground.guide().route(stops);
      assertThat(Set.copyOf(route.stops())).isEqualTo(stops);
      assertThat(route.metres()).isBetween(route.least() - 0.05, 1.05 * route.least());
      assertThat(route.path().getFirst()).isEqualTo(Tour.depotPoint(layout));
    }
  }

  @Test
  void aRectangleWalkedAsAGraphIsHardlyLonger() {
    Random random = new Random(7);
    Graph graph = Lattice.of(RECTANGLE);
    double exact = 0;
    double walked = 0;
    double least = 0;
    for (int i = 0; i < 25; i++) {
      Set<Integer> cells = new HashSet<>();
      while (cells.size() < 20 + i) {
        cells.add(random.nextInt(graph.slots().size()));
      }
      Route route = walk(new Network(graph, stops(cells))).route(stops(cells));
      double shortest =
          new Walk(new Floor(RECTANGLE)).metres(cells.stream().map(NetworkTests::cell).toList());
      assertThat(route.metres()).isGreaterThan(shortest - 0.05);
      assertThat(route.least()).isLessThan(shortest + 0.05);
      exact += shortest;
      walked += route.metres();
      least += route.least();
    }
    assertThat(walked / exact).isLessThan(1.01);
    assertThat(least / exact).isGreaterThan(0.9);
  }

  @Test
  void drawsThePathItWalks() {
    Graph graph = Lattice.of(RECTANGLE);
    List<Stop> stops = stops(List.of(3, 77, 160, 399));
    Route route = walk(new Network(graph, stops)).route(stops);
    double drawn = 0;
    for (int p = 1; p < route.path().size(); p++) {
      Route.Point from = route.path().get(p - 1);
      Route.Point to = route.path().get(p);
      drawn += Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y());
    }
    assertThat(route.path().getFirst())
        .isEqualTo(new Route.Point(0, -2))
        .isEqualTo(route.path().getLast());
    assertThat(drawn).isCloseTo(route.metres(), within(0.01));
  }

  @Test
  void aOneWayIsNeverWalkedAgainstItsDirection() {
    Graph graph =
        new Graph(
            "a",
            List.of(
                new Graph.Node("a", 0, 0), new Graph.Node("b", 9, 0), new Graph.Node("c", 9, 9)),
            List.of(
                new Graph.Edge("ab", "a", "b", 1, true),
                new Graph.Edge("bc", "b", "c", 10, true),
                new Graph.Edge("ca", "c", "a", 100, true)),
            List.of(
                new Graph.Slot("far", null, "ca", 50),
                new Graph.Slot("near", null, "ab", 0.5),
                new Graph.Slot("here", "a", null, 0)));
    List<Stop> stops = stops(List.of(0, 1, 2));
    Route route = walk(new Network(graph, stops)).route(stops);
    assertThat(route.metres()).isEqualTo(111);
    assertThat(route.stops()).extracting(Stop::cell).containsExactly(2, 1, 0);
  }

  @Test
  void plansAFreeFloorTheSameWithTheSameSeedAndSteps() {
    Layout layout = Layout.of(Lattice.of(RECTANGLE));
    var task =
        new TripPlanner.Task(
            layout, jobs(40), List.of(new Load(8, 0, 0)), TripPlanner.Limit.moves(5_000));
    TripPlanner planner = new TripPlanner(CONFIGS);
    var one = planner.plan(task);
    assertThat(planner.plan(task)).isEqualTo(one);
    assertThat(one.score()).startsWith("0hard/");
    assertThat(one.trips()).allMatch(trip -> trip.jobs().size() <= 8);
    assertThat(one.trips().stream().mapToInt(trip -> trip.jobs().size()).sum()).isEqualTo(40);
    assertThat(one.metres()).isLessThan(one.baseline() / 2);
    assertThat(one.least()).isBetween(one.metres() * 0.9, one.metres());
    assertThat(one.otherMetres()).isZero();
  }

  private static NetworkWalk walk(Network network) {
    return new NetworkWalk(
        network,
        new VisitPlanner(
            CONFIGS.read(TripPlanner.VISITS_FILE, VisitPlanner::model).config(), null, 1));
  }

  private static List<Job> jobs(int count) {
    Random random = new Random(3);
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Set<Stop> stops = new HashSet<>(stops(List.of(random.nextInt(200), random.nextInt(400))));
      jobs.add(new Job(i, 1000 + i, stops, new Load(1, 0, 0)));
    }
    return jobs;
  }

  private static List<Stop> stops(java.util.Collection<Integer> slots) {
    return slots.stream().map(slot -> new Stop(0, 0, slot)).toList();
  }

  private static Stop cell(int slot) {
    return new Stop(slot / 40, slot % 40 / 20, slot % 20);
  }

  private static double length(Graph graph, List<Stop> order) {
    double[][] distance = Graphs.distances(graph);
    int at = distance.length - 1;
    double walked = 0;
    for (Stop stop : order) {
      walked += distance[at][stop.cell()];
      at = stop.cell();
    }
    return walked + distance[at][distance.length - 1];
  }
}
