package dev.ordo.wave.web;

import dev.ordo.shared.Ids;
import dev.ordo.wave.Pick;
import dev.ordo.wave.PickStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One article to take at one location, for all totes that want it.
 *
 * @param slot the cell as aisle.block.cell.side
 * @param status OPEN until it was confirmed, SHORT if units are missing, STRUCK if nobody wants it
 *     any more
 */
public record StopView(
    int sequence,
    String location,
    String slot,
    String sku,
    String name,
    String batch,
    int qty,
    int picked,
    PickStatus status,
    List<Share> totes) {

  /** What goes into one tote or wall slot. */
  public record Share(int tote, String consignment, int qty) {}

  static List<StopView> of(List<Pick> picks) {
    Map<Integer, List<Pick>> stops =
        picks.stream()
            .collect(Collectors.groupingBy(Pick::sequence, TreeMap::new, Collectors.toList()));
    return stops.values().stream().map(StopView::stop).toList();
  }

  /** What was struck counts no longer, unless nothing else is at the stop. */
  private static StopView stop(List<Pick> all) {
    List<Pick> wanted = all.stream().filter(p -> p.status() != PickStatus.STRUCK).toList();
    List<Pick> picks = wanted.isEmpty() ? all : wanted;
    Pick first = picks.getFirst();
    return new StopView(
        first.sequence(),
        first.location(),
        first.slot(),
        first.sku(),
        first.name(),
        picks.stream()
            .map(Pick::batch)
            .filter(b -> !b.isEmpty())
            .distinct()
            .collect(Collectors.joining(", ")),
        picks.stream().mapToInt(Pick::qty).sum(),
        picks.stream().mapToInt(Pick::picked).sum(),
        status(picks),
        picks.stream()
            .map(p -> new Share(p.tote(), Ids.text(p.consignmentId()), p.qty()))
            .toList());
  }

  private static PickStatus status(List<Pick> picks) {
    List<PickStatus> all = picks.stream().map(Pick::status).distinct().toList();
    if (all.contains(PickStatus.OPEN)) {
      return PickStatus.OPEN;
    }
    if (all.contains(PickStatus.SHORT)) {
      return PickStatus.SHORT;
    }
    return all.contains(PickStatus.PICKED) ? PickStatus.PICKED : PickStatus.STRUCK;
  }
}
