package dev.ordo.bench;

import dev.ordo.access.People;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sorts the goods of a wave that were picked together into one slot per consignment: each scan says
 * which slot the article belongs into, and a slot that has everything makes its consignment SORTED.
 */
@Service
public class SeedWall {
  /**
   * A slot of the wall.
   *
   * @param number from 1, in order of the consignments' ids
   */
  public record Slot(int number, String consignment, int put, int expected) {
    public boolean full() {
      return put >= expected;
    }
  }

  /** So many pieces into one slot. */
  public record Put(int slot, String consignment, int qty, boolean full) {}

  /**
   * The answer to one scan.
   *
   * @param result RIGHT, WRONG (no consignment wants the article) or EXTRA (all have it)
   * @param left pieces of the scan that belong into no slot
   */
  public record Sorted(BenchAnswer.Result result, String sku, List<Put> puts, int left) {}

  /** Pick methods whose goods come to the wall; an empty one was picked without a plan. */
  private static final Set<String> METHODS = Set.of("SEED_WALL", "");

  private final Consignments consignments;
  private final SeedWallRows rows;
  private final HandedIn handedIn;
  private final Goods goods;
  private final People people;
  private final Ids ids;

  SeedWall(
      Consignments consignments,
      SeedWallRows rows,
      HandedIn handedIn,
      Goods goods,
      People people,
      Ids ids) {
    this.consignments = consignments;
    this.rows = rows;
    this.handedIn = handedIn;
    this.goods = goods;
    this.people = people;
    this.ids = ids;
  }

  /** The wall of a wave as it stands. */
  @Transactional(readOnly = true)
  public List<Slot> slots(long wave) {
    Wall wall = wall(wave);
    return wall.members.stream().map(wall::slot).toList();
  }

  /** Takes an article, or several equal ones, from the trolley to its slots. */
  @Transactional
  public Sorted sort(long wave, Scan scan) {
    if (scan.qty() < 1) {
      throw new Refusal("qty", scan.qty(), "Give 1 or more.");
    }
    rows.lock(wave);
    Wall wall = wall(wave);
    String sku = goods.sku(scan.code(), wall.skus());
    String key = scan.key().isEmpty() ? Long.toString(ids.next()) : scan.key();
    List<SeedWallRows.Put> puts = wall.known(key);
    if (puts.isEmpty()) {
      puts = wall.place(key, sku, scan.qty());
      rows.add(wave, puts);
      finish(wall, puts);
    }
    return sorted(wall, sku, scan.qty(), puts);
  }

  private static Sorted sorted(Wall wall, String sku, int qty, List<SeedWallRows.Put> puts) {
    int left = qty - puts.stream().mapToInt(SeedWallRows.Put::qty).sum();
    BenchAnswer.Result result =
        left <= 0
            ? BenchAnswer.Result.RIGHT
            : wall.skus().contains(sku) ? BenchAnswer.Result.EXTRA : BenchAnswer.Result.WRONG;
    return new Sorted(result, sku, puts.stream().map(wall::put).toList(), Math.max(0, left));
  }

  private void finish(Wall wall, List<SeedWallRows.Put> puts) {
    List<Long> full =
        puts.stream()
            .map(SeedWallRows.Put::consignment)
            .distinct()
            .filter(id -> wall.slot(wall.member(id)).full())
            .toList();
    if (!full.isEmpty()) {
      consignments.move(full, ConsignmentStatus.SORTED, people.actor().login(), null, "SEED_WALL");
    }
  }

  private Wall wall(long wave) {
    List<Consignment> members =
        consignments.ofWave(wave).stream()
            .filter(c -> people.actor().scope().seesWarehouse(c.warehouse()))
            .filter(c -> METHODS.contains(c.pickMethod()))
            .sorted(Comparator.comparingLong(Consignment::id))
            .toList();
    if (members.isEmpty()) {
      throw new Refusal("wave", wave, "Scan the number of a wave that was picked.");
    }
    return new Wall(members, new ArrayList<>(rows.of(wave)), handedIn.of(wave));
  }

  /** The consignments of a wave and what is in their slots. */
  private record Wall(
      List<Consignment> members,
      List<SeedWallRows.Put> puts,
      Map<Long, Map<String, Integer>> handedIn) {
    Set<String> skus() {
      return members.stream()
          .flatMap(c -> c.lines().stream())
          .map(Consignment.Line::sku)
          .collect(Collectors.toSet());
    }

    Consignment member(long id) {
      return members.stream().filter(c -> c.id() == id).findFirst().orElseThrow();
    }

    List<SeedWallRows.Put> known(String key) {
      return puts.stream().filter(put -> put.key().equals(key)).toList();
    }

    /**
     * First slots first; only consignments that were picked and not yet sorted take anything, and
     * those on several trips what the trips that are over brought.
     */
    List<SeedWallRows.Put> place(String key, String sku, int qty) {
      List<SeedWallRows.Put> placed = new ArrayList<>();
      int left = qty;
      for (Consignment member : members) {
        int take = Math.min(left, wants(member).getOrDefault(sku, 0));
        if (take > 0) {
          placed.add(new SeedWallRows.Put(key, member.id(), sku, take));
          left -= take;
        }
      }
      puts.addAll(placed);
      return placed;
    }

    private Map<String, Integer> wants(Consignment member) {
      Map<String, Integer> wants = new TreeMap<>(there(member));
      puts.stream()
          .filter(put -> put.consignment() == member.id())
          .forEach(put -> wants.merge(put.sku(), -put.qty(), Integer::sum));
      return new HashMap<>(wants);
    }

    private Map<String, Integer> there(Consignment member) {
      return switch (member.status()) {
        case PICKED -> Goods.expected(member);
        case PICKING -> handedIn.getOrDefault(member.id(), Map.of());
        default -> Map.of();
      };
    }

    Slot slot(Consignment member) {
      int put =
          puts.stream()
              .filter(p -> p.consignment() == member.id())
              .mapToInt(SeedWallRows.Put::qty)
              .sum();
      return new Slot(members.indexOf(member) + 1, Long.toString(member.id()), put, member.units());
    }

    Put put(SeedWallRows.Put put) {
      Slot slot = slot(member(put.consignment()));
      return new Put(slot.number(), slot.consignment(), put.qty(), slot.full());
    }
  }
}
