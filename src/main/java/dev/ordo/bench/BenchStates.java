package dev.ordo.bench;

import dev.ordo.bench.BenchState.Next;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.shared.Ids;
import java.util.List;
import org.springframework.stereotype.Component;

/** Draws up how far a consignment is and what comes next. */
@Component
class BenchStates {
  private final ScanCheck scanCheck;
  private final Boxing boxing;
  private final Goods goods;
  private final BenchSettings settings;

  BenchStates(ScanCheck scanCheck, Boxing boxing, Goods goods, BenchSettings settings) {
    this.scanCheck = scanCheck;
    this.boxing = boxing;
    this.goods = goods;
    this.settings = settings;
  }

  BenchState of(Consignment consignment) {
    Tally tally = scanCheck.tally(consignment);
    return switch (consignment.status()) {
      case PICKED, SORTED -> scanning(consignment, tally);
      case CHECKED -> packing(consignment, tally);
      case PACKED, HANDED_OVER, DELIVERED -> state(consignment, tally, Next.TAKE_AWAY, List.of());
      default -> state(consignment, tally, Next.STOP, List.of());
    };
  }

  BenchState scanning(Consignment consignment, Tally tally) {
    List<Tally.Difference> differences = tally.differences();
    boolean tooMuch = differences.stream().anyMatch(d -> d.kind() != Tally.Kind.MISSING);
    Next next = tooMuch ? Next.REMOVE : differences.isEmpty() ? Next.CHECK : Next.SCAN;
    return state(consignment, tally, next, List.of());
  }

  private BenchState packing(Consignment consignment, Tally tally) {
    boolean packed = !boxing.boxes(consignment.id()).isEmpty();
    return state(
        consignment, tally, packed ? Next.WEIGH : Next.PACK, boxing.advice(consignment).boxes());
  }

  private BenchState state(
      Consignment consignment, Tally tally, Next next, List<PackedBox> advice) {
    return new BenchState(
        Long.toString(consignment.id()),
        Ids.text(consignment.id()),
        consignment.status(),
        next,
        tally.expected().keySet().stream()
            .sorted()
            .map(sku -> goods.line(sku, tally.expected(sku), tally.present(sku)))
            .toList(),
        tally.differences().stream().map(goods::fault).toList(),
        advice,
        boxing.boxes(consignment.id()).stream().map(this::box).toList());
  }

  private BenchState.Box box(PackingRows.Packed packed) {
    int expected = packed.box().expectedG();
    return new BenchState.Box(
        packed.seq(),
        packed.box(),
        packed.weightG(),
        Weighing.of(expected, expected, settings).allowedG(),
        boxing.right(packed));
  }
}
