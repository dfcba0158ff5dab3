package dev.ordo.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal pieces stacked to one box, so that hundreds of small things stay few boxes to place. What
 * fits as blocks fits as pieces.
 *
 * @param weightG grams of the whole block
 * @param count how many such blocks
 */
record Block(Sides sides, int weightG, int count) {
  private static final int MOST_BOXES = 60;
  private static final int LONGEST_MM = 400;

  /** The pieces as they are if they are few, else stacked further and further. */
  static List<Block> of(List<Piece> pieces) {
    List<Block> blocks = new ArrayList<>();
    pieces.forEach(p -> blocks.add(new Block(p.sides(), p.weightG(), p.qty())));
    List<Block> stacked = blocks;
    while (boxes(stacked) > MOST_BOXES) {
      List<Block> higher = stacked.stream().flatMap(b -> b.stacked().stream()).toList();
      if (boxes(higher) == boxes(stacked)) {
        return higher;
      }
      stacked = higher;
    }
    return stacked;
  }

  static long boxes(List<Block> blocks) {
    return blocks.stream().mapToLong(Block::count).sum();
  }

  /** Stacks along the shortest edge until it is about as long as the longest. */
  private List<Block> stacked() {
    int height = Math.min(count, Math.max(2, sides.c() / sides.a()));
    if (count < 2 || sides.a() * height > Math.max(LONGEST_MM, sides.c())) {
      return List.of(this);
    }
    List<Block> made = new ArrayList<>();
    made.add(layer(height, count / height));
    if (count % height > 0) {
      made.add(layer(count % height, 1));
    }
    return made;
  }

  private Block layer(int height, int times) {
    return new Block(Sides.of(sides.a() * height, sides.b(), sides.c()), weightG * height, times);
  }
}
