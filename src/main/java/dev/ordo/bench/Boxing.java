package dev.ordo.bench;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Packs checked goods into boxes, weighs the boxes and hands them on as parcels. */
@Component
class Boxing {
  private static final int HEAVIEST_G = 1_000_000;

  private final PackingRows rows;
  private final Packing packing;
  private final BoxWishes wishes;
  private final Goods goods;
  private final ScanCheck scanCheck;
  private final BenchSettings settings;
  private final ParcelBook parcels;

  Boxing(
      PackingRows rows,
      Packing packing,
      BoxWishes wishes,
      Goods goods,
      ScanCheck scanCheck,
      BenchSettings settings,
      ParcelBook parcels) {
    this.rows = rows;
    this.packing = packing;
    this.wishes = wishes;
    this.goods = goods;
    this.scanCheck = scanCheck;
    this.settings = settings;
    this.parcels = parcels;
  }

  List<PackingRows.Packed> boxes(long consignment) {
    return rows.of(consignment);
  }

  PackingAdvice advice(Consignment consignment) {
    return packing.advise(goods.pieces(contents(consignment)));
  }

  void pack(Consignment consignment, List<BoxWish> wished, String login) {
    PackingAdvice advice = advice(consignment);
    List<PackedBox> boxes =
        wished.isEmpty() ? advice.boxes() : wishes.boxes(wished, contents(consignment), advice);
    List<PackingRows.Packed> before = rows.of(consignment.id());
    if (!before.stream().map(PackingRows.Packed::box).toList().equals(boxes)) {
      rows.replace(consignment.id(), boxes, login);
    }
  }

  /** Keeps what the scale said about one box. */
  Weighing weigh(long consignment, int seq, int grams) {
    if (grams < 1 || grams > HEAVIEST_G) {
      throw new Refusal("grams", grams, "Give grams from 1 to " + HEAVIEST_G + ".");
    }
    PackingRows.Packed packed =
        rows.of(consignment).stream()
            .filter(p -> p.seq() == seq)
            .findFirst()
            .orElseThrow(() -> new Refusal("box", seq, "Name a box that was packed."));
    rows.weigh(consignment, seq, grams);
    return Weighing.of(packed.box().expectedG(), grams, settings);
  }

  boolean allRight(long consignment) {
    return rows.of(consignment).stream().allMatch(this::right);
  }

  boolean allWeighed(long consignment) {
    List<PackingRows.Packed> boxes = rows.of(consignment);
    return !boxes.isEmpty() && boxes.stream().allMatch(p -> p.weightG() != null);
  }

  boolean right(PackingRows.Packed packed) {
    Integer grams = packed.weightG();
    return grams != null && Weighing.of(packed.box().expectedG(), grams, settings).right();
  }

  void handOn(Consignment consignment) {
    parcels.packed(consignment, rows.of(consignment.id()));
  }

  /** What was scanned into the box, as far as we know the articles; else what belongs into it. */
  private Map<String, Integer> contents(Consignment consignment) {
    Map<String, Integer> present = new TreeMap<>(scanCheck.tally(consignment).present());
    present.keySet().removeIf(sku -> sku.startsWith("?"));
    return present.isEmpty() ? Goods.expected(consignment) : present;
  }
}
