package dev.ordo.wave;

import dev.ordo.catalog.Catalog;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.journey.Leader;
import dev.ordo.shared.Ids;
import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import dev.ordo.site.Sites;
import dev.ordo.site.Trolley;
import dev.ordo.site.Warehouse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes what planning made somebody's task once goods, slots and trolleys are in order. */
@Component
class Mended {
  private static final Pattern KEY =
      Pattern.compile(WaveNotes.KEY + "(?<warehouse>[^:]+):(?<code>[A-Z_]+):(?<about>.*)");

  private final Tasks tasks;
  private final Catalog catalog;
  private final Sites sites;
  private final Consignments consignments;
  private final Leader leader;

  Mended(Tasks tasks, Catalog catalog, Sites sites, Consignments consignments, Leader leader) {
    this.tasks = tasks;
    this.catalog = catalog;
    this.sites = sites;
    this.consignments = consignments;
    this.leader = leader;
  }

  private record Kind(String warehouse, PlanNotes.Code code) {}

  private record Open(String key, Kind kind, String about) {
    static Stream<Open> of(String key) {
      Matcher said = KEY.matcher(key);
      return said.matches()
          ? Stream.of(
              new Open(
                  key,
                  new Kind(said.group("warehouse"), PlanNotes.Code.valueOf(said.group("code"))),
                  said.group("about")))
          : Stream.empty();
    }
  }

  @Scheduled(fixedDelay = 60_000)
  void look() {
    leader.runIfLeader("wave-notes", this::close);
  }

  void close() {
    Map<Kind, List<Open>> open =
        tasks.openKeys(WaveNotes.KEY).stream()
            .flatMap(Open::of)
            .collect(Collectors.groupingBy(Open::kind));
    List<String> done = new ArrayList<>();
    open.forEach(
        (kind, all) -> {
          Set<String> mended =
              mended(kind, all.stream().map(Open::about).collect(Collectors.toSet()));
          all.stream().filter(o -> mended.contains(o.about())).map(Open::key).forEach(done::add);
        });
    tasks.closeAll(done, "mended");
  }

  /** Which of these are in order now. */
  private Set<String> mended(Kind kind, Set<String> about) {
    Optional<Warehouse> warehouse = sites.find(kind.warehouse());
    if (warehouse.isEmpty()) {
      return about;
    }
    return switch (kind.code()) {
      case UNKNOWN_GOODS -> catalog.products(about).keySet();
      case OFF_LAYOUT -> onLayout(warehouse.get(), about);
      case UNMEASURED -> consignments(about, c -> c.weightG() > 0 && c.volumeMm3() > 0);
      case NOTHING_TO_PICK -> consignments(about, c -> PickGroup.spots(c).findAny().isPresent());
      case EMPTY_TROLLEY -> without(about, emptyTrolleys(kind.warehouse()));
      case NO_TROLLEY ->
          sites.trolleys(kind.warehouse()).stream().anyMatch(PickGroups::carries)
              ? about
              : Set.of();
      case TOO_LARGE, TOO_LONG, SPLIT_ZONE, SPLIT_VELOCITY -> about;
    };
  }

  private Set<String> onLayout(Warehouse warehouse, Set<String> codes) {
    Layout layout = warehouse.layout();
    return sites.locations(warehouse.code(), codes).values().stream()
        .filter(l -> layout.has(l.aisle(), l.block(), l.cell()))
        .map(Location::code)
        .collect(Collectors.toSet());
  }

  private Set<String> emptyTrolleys(String warehouse) {
    return sites.trolleys(warehouse).stream()
        .filter(trolley -> !PickGroups.carries(trolley))
        .map(Trolley::code)
        .collect(Collectors.toSet());
  }

  /** Those in order, and those nobody has to pick any more. */
  private Set<String> consignments(Set<String> ids, Predicate<Consignment> inOrder) {
    Set<String> amiss =
        consignments.load(ids.stream().map(Ids::parse).toList()).stream()
            .filter(c -> c.status().compareTo(ConsignmentStatus.PICKED) < 0)
            .filter(inOrder.negate())
            .map(c -> Ids.text(c.id()))
            .collect(Collectors.toSet());
    return without(ids, amiss);
  }

  private static Set<String> without(Set<String> all, Collection<String> those) {
    Set<String> left = new HashSet<>(all);
    left.removeAll(those);
    return left;
  }
}
