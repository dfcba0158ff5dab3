package dev.ordo.wave;

import dev.ordo.catalog.Product;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignment.Line;
import dev.ordo.shared.Ids;
import dev.ordo.site.Skill;
import dev.ordo.site.Trolley;
import dev.ordo.site.WaveSplit;
import dev.ordo.wave.PlanNotes.Code;
import dev.ordo.wave.solver.Job;
import dev.ordo.wave.solver.Load;
import dev.ordo.wave.solver.Stop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sorts the consignments of a wave into groups that may share trips: one method, one section, and
 * the same rare skills. What is amiss is named, cut or left out; the rest goes on.
 */
class PickGroups {
  /** What a trolley carries where a warehouse has named none: 12 totes, 480 litres, 150 kg. */
  static final Load USUAL_ROOM = new Load(12, 480_000_000L, 150_000);

  /** So many picks are the most for a trip of one consignment alone. */
  static final int MOST_PICKS = 500;

  private static final Load ANY = new Load(1, Long.MAX_VALUE, Long.MAX_VALUE);

  /** A load of which only one goes on its trolley, whatever it weighs. */
  private static final Load ALONE = new Load(1, 1, 1);

  private record Key(PickMethod method, String section, Set<Skill> needs)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::method)
          .thenComparing(Key::section)
          .thenComparing(key -> key.needs.size())
          .thenComparing(key -> key.needs.toString())
          .compare(this, other);
    }
  }

  private final PlanFacts facts;
  private final Sections sections;
  private final PlanNotes notes;
  private final Cutting cutting;
  private final List<Load> rooms;

  PickGroups(PlanFacts facts, Sections sections, PlanNotes notes) {
    this.facts = facts;
    this.sections = sections;
    this.notes = notes;
    this.cutting = new Cutting(facts);
    this.rooms = rooms();
  }

  private List<Load> rooms() {
    List<Load> named =
        facts.trolleys().stream()
            .filter(this::carriesSomething)
            .map(t -> new Load(t.totes(), t.volumeMm3(), t.weightG()))
            .distinct()
            .sorted(Comparator.comparingInt(Load::totes).reversed())
            .toList();
    if (named.isEmpty()) {
      notes.goods(Code.NO_TROLLEY, facts.warehouse());
      return List.of(USUAL_ROOM);
    }
    return named;
  }

  private boolean carriesSomething(Trolley trolley) {
    boolean carries = carries(trolley);
    if (!carries) {
      notes.goods(Code.EMPTY_TROLLEY, trolley.code());
    }
    return carries;
  }

  static boolean carries(Trolley trolley) {
    return trolley.totes() > 0 && trolley.volumeMm3() > 0 && trolley.weightG() > 0;
  }

  /** Groups in the order of methods. */
  List<PickGroup> of(List<Consignment> members) {
    Map<Key, List<Portion>> groups = new TreeMap<>();
    for (Consignment member : members) {
      for (Portion portion : portions(member)) {
        Set<Skill> rare = EnumSet.noneOf(Skill.class);
        rare.addAll(portion.needs());
        rare.removeAll(facts.common());
        groups
            .computeIfAbsent(
                new Key(portion.method(), portion.section(), rare), key -> new ArrayList<>())
            .add(portion);
      }
    }
    tellSections(groups);
    return groups.entrySet().stream().map(e -> group(e.getKey(), e.getValue())).toList();
  }

  private void tellSections(Map<Key, List<Portion>> groups) {
    Set<String> names =
        groups.keySet().stream()
            .map(Key::section)
            .filter(section -> !section.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    if (names.size() > 1) {
      long torn =
          groups.entrySet().stream()
              .filter(e -> e.getKey().method == PickMethod.SEED_WALL)
              .flatMap(e -> e.getValue().stream())
              .collect(Collectors.groupingBy(p -> p.consignment().id(), Collectors.counting()))
              .values()
              .stream()
              .filter(parts -> parts > 1)
              .count();
      notes.goods(
          sections.by() == WaveSplit.ZONE ? Code.SPLIT_ZONE : Code.SPLIT_VELOCITY,
          String.join(", ", names),
          String.valueOf(torn));
    }
  }

  private PickGroup group(Key key, List<Portion> portions) {
    return new PickGroup(
        key.method,
        key.section,
        key.needs,
        portions,
        portions.stream().map(this::job).toList(),
        key.method == PickMethod.ORDER_BY_ORDER ? List.of(ALONE) : rooms);
  }

  private Job job(Portion portion) {
    Set<Stop> stops =
        portion
            .spots()
            .flatMap(spot -> Stream.ofNullable(facts.locations().get(spot.location())))
            .map(PickGroup::stop)
            .collect(Collectors.toSet());
    return new Job(0, portion.consignment().id(), stops, portion.load());
  }

  private List<Portion> portions(Consignment consignment) {
    if (PickGroup.spots(consignment).findAny().isEmpty()) {
      notes.goods(Code.NOTHING_TO_PICK, Ids.text(consignment.id()));
      return List.of();
    }
    inspect(consignment);
    PickMethod wanted = wanted(consignment);
    if (rooms.stream().noneMatch(load(consignment, PickMethod.SEED_WALL)::fitsIn)) {
      return alone(consignment, largest());
    }
    if (wanted == PickMethod.ORDER_BY_ORDER) {
      return alone(consignment, ANY);
    }
    Map<String, List<Line>> bySection = sections.of(consignment);
    if (wanted.isBulk() && bySection.size() > 1) {
      return List.of(portion(consignment, wanted, consignment.lines(), ""));
    }
    return bySection.entrySet().stream()
        .map(e -> portion(consignment, wanted, e.getValue(), e.getKey()))
        .toList();
  }

  private Load largest() {
    return rooms.stream().max(Comparator.comparingLong(Load::volumeMm3)).orElse(USUAL_ROOM);
  }

  /** A trip of its own, or several where one is not enough. */
  private List<Portion> alone(Consignment consignment, Load room) {
    List<List<Line>> parts = cutting.cut(consignment, room, MOST_PICKS);
    String id = Ids.text(consignment.id());
    String trips = String.valueOf(parts.size());
    if (room != ANY) {
      notes.goods(Code.TOO_LARGE, id, trips);
    } else if (parts.size() > 1) {
      notes.goods(Code.TOO_LONG, id, String.valueOf(consignment.lines().size()), trips);
    }
    return parts.stream()
        .map(lines -> portion(consignment, PickMethod.ORDER_BY_ORDER, lines, ""))
        .toList();
  }

  private Portion portion(
      Consignment consignment, PickMethod method, List<Line> lines, String section) {
    boolean whole = lines.equals(consignment.lines());
    return new Portion(
        consignment,
        method,
        lines,
        whole || method == PickMethod.ORDER_BY_ORDER
            ? load(consignment, method)
            : load(consignment, lines),
        whole ? Skill.neededFor(consignment.goodsClasses()) : needs(consignment, lines),
        section);
  }

  private Set<Skill> needs(Consignment consignment, List<Line> lines) {
    if (lines.stream().anyMatch(line -> !facts.products().containsKey(line.sku()))) {
      return Skill.neededFor(consignment.goodsClasses());
    }
    return Skill.neededFor(
        lines.stream()
            .flatMap(line -> Stream.ofNullable(facts.products().get(line.sku())))
            .map((Product product) -> product.goodsClass().name())
            .toList());
  }

  private void inspect(Consignment consignment) {
    String id = Ids.text(consignment.id());
    if (consignment.weightG() <= 0 || consignment.volumeMm3() <= 0) {
      notes.goods(Code.UNMEASURED, id);
    }
    for (Line line : consignment.lines()) {
      if (!facts.products().containsKey(line.sku())) {
        notes.goods(Code.UNKNOWN_GOODS, line.sku(), id);
      }
      line.places().stream()
          .filter(spot -> !facts.locations().containsKey(spot.location()))
          .forEach(spot -> notes.goods(Code.OFF_LAYOUT, spot.location(), line.sku(), id));
    }
  }

  private static PickMethod wanted(Consignment consignment) {
    return Stream.of(PickMethod.values())
        .filter(m -> m.name().equals(consignment.pickMethod()))
        .findFirst()
        .orElse(PickMethod.SEED_WALL);
  }

  /** Single pieces share totes; others take a tote, or a slot of the wall, each. */
  private Load load(Consignment consignment, PickMethod method) {
    return switch (method) {
      case SINGLE_ITEM, PRE_PACKED -> new Load(0, volume(consignment), weight(consignment));
      case SEED_WALL -> new Load(1, volume(consignment), weight(consignment));
      case ORDER_BY_ORDER -> ALONE;
    };
  }

  private Load load(Consignment consignment, List<Line> lines) {
    Load load = new Load(1, 0, 0);
    for (Line line : lines) {
      Load unit = cutting.unit(consignment, line.sku());
      load = load.plus(new Load(0, unit.volumeMm3() * line.qty(), unit.weightG() * line.qty()));
    }
    return load;
  }

  /** Goods without volume or weight are taken for a full tote. */
  private long volume(Consignment consignment) {
    Load room = largest();
    return consignment.volumeMm3() > 0
        ? consignment.volumeMm3()
        : room.volumeMm3() / Math.max(1, room.totes());
  }

  private long weight(Consignment consignment) {
    Load room = largest();
    return consignment.weightG() > 0
        ? consignment.weightG()
        : room.weightG() / Math.max(1, room.totes());
  }
}
