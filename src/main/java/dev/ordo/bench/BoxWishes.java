package dev.ordo.bench;

import dev.ordo.catalog.Carton;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Filler;
import dev.ordo.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Turns what a person packs into boxes with cost and weight, and refuses what cannot be. */
@Component
class BoxWishes {
  private final Catalog catalog;
  private final Goods goods;
  private final BenchSettings settings;

  BoxWishes(Catalog catalog, Goods goods, BenchSettings settings) {
    this.catalog = catalog;
    this.goods = goods;
    this.settings = settings;
  }

  /** The boxes in the order wished; together they hold exactly the contents. */
  List<PackedBox> boxes(List<BoxWish> wishes, Map<String, Integer> contents, PackingAdvice advice) {
    List<PackedBox> boxes = new ArrayList<>();
    for (BoxWish wish : wishes) {
      boxes.add(box(wish, share(wish, boxes.size(), wishes.size(), contents, advice)));
    }
    Map<String, Integer> packed = new TreeMap<>();
    boxes.forEach(
        box -> box.contents().forEach((sku, qty) -> packed.merge(sku, qty, Integer::sum)));
    if (!packed.equals(new TreeMap<>(contents))) {
      throw new Refusal("boxes.contents", packed, "Pack exactly " + new TreeMap<>(contents) + ".");
    }
    return boxes;
  }

  private static Map<String, Integer> share(
      BoxWish wish, int at, int boxes, Map<String, Integer> contents, PackingAdvice advice) {
    if (wish.contents() != null) {
      return wish.contents();
    }
    if (boxes == 1) {
      return contents;
    }
    if (boxes == advice.boxes().size()) {
      return advice.boxes().get(at).contents();
    }
    throw new Refusal("boxes.contents", "", "Say what is in each box.");
  }

  private PackedBox box(BoxWish wish, Map<String, Integer> contents) {
    Load load = Load.of(goods.pieces(contents));
    if (wish.carton().isEmpty()) {
      return CartonChoice.unboxed(load);
    }
    Carton carton =
        catalog.cartons().stream()
            .filter(c -> c.code().equals(wish.carton()))
            .findFirst()
            .orElseThrow(
                () -> new Refusal("carton", wish.carton(), "Name one of GET /api/cartons."));
    return CartonChoice.box(load, carton, padding(wish, load, carton));
  }

  private Padding padding(BoxWish wish, Load load, Carton carton) {
    String code = wish.filler();
    if (code != null && code.isEmpty()) {
      return Padding.NONE;
    }
    long free = Math.max(0, carton.volumeMm3() - load.volumeMm3());
    List<Filler> fillers = code == null ? catalog.fillers() : List.of(filler(code));
    Integer units = wish.fillerUnits();
    return code != null && units != null
        ? Padding.units(fillers.getFirst(), checked(units))
        : Padding.of(
            free,
            carton.volumeMm3(),
            load.delicate() || code != null,
            settings.fillAbovePercent(),
            fillers);
  }

  private Filler filler(String code) {
    return catalog.fillers().stream()
        .filter(filler -> filler.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal("filler", code, "Name one of GET /api/fillers."));
  }

  private static int checked(int units) {
    if (units < 1 || units > 1_000) {
      throw new Refusal("fillerUnits", units, "Give 1 to 1000.");
    }
    return units;
  }
}
