package dev.ordo.bench;

import java.math.BigDecimal;
import java.util.List;

/**
 * How to pack a consignment.
 *
 * @param estimated true where time ran out and a carton was chosen by volume alone
 */
public record PackingAdvice(List<PackedBox> boxes, boolean estimated) {
  public PackingAdvice {
    boxes = List.copyOf(boxes);
  }

  /** What all cartons and fillers cost together. */
  public BigDecimal cost() {
    return boxes.stream()
        .map(box -> box.cartonCost().add(box.fillerCost()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
