package dev.ordo.bench;

import com.github.skjolber.packing.api.Box;
import com.github.skjolber.packing.api.Container;
import com.github.skjolber.packing.api.ContainerItem;
import com.github.skjolber.packing.api.Packager;
import com.github.skjolber.packing.api.PackagerResult;
import com.github.skjolber.packing.api.PackagerResultBuilder;
import com.github.skjolber.packing.api.StackPlacement;
import com.github.skjolber.packing.api.StackableItem;
import com.github.skjolber.packing.packer.bruteforce.FastBruteForcePackager;
import com.github.skjolber.packing.packer.laff.FastLargestAreaFitFirstPackager;
import com.github.skjolber.packing.packer.plain.PlainPackager;
import dev.ordo.catalog.Carton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Whether goods go into a carton. Says yes only with a placement in hand (a grid, or one that a
 * packer built), so it may miss a clever packing but never promises one that does not exist; only
 * when its time is over it goes by volume and says so.
 */
final class Fit {
  /** Share of a carton that goods of any shape can be trusted to fill. */
  private static final double SURE_SHARE = 0.6;

  private static final int FEW_BOXES = 5;

  private final FastLargestAreaFitFirstPackager layers =
      FastLargestAreaFitFirstPackager.newBuilder().build();
  private final PlainPackager corners = PlainPackager.newBuilder().build();
  private final FastBruteForcePackager everyWay = FastBruteForcePackager.newBuilder().build();
  private final BooleanSupplier timeIsOver;
  private boolean estimated;

  Fit(BooleanSupplier timeIsOver) {
    this.timeIsOver = timeIsOver;
  }

  /** Whether an answer was given by volume alone. */
  boolean estimated() {
    return estimated;
  }

  boolean fits(List<Piece> pieces, Carton carton) {
    if (cannot(pieces, carton)) {
      return false;
    }
    return oneGrid(pieces, carton) || placed(pieces, carton) || byVolume(pieces, carton);
  }

  private static boolean cannot(List<Piece> pieces, Carton carton) {
    long volume = 0;
    long weight = 0;
    for (Piece piece : pieces) {
      volume += piece.totalVolumeMm3();
      weight += piece.totalWeightG();
      if (!piece.sides().within(space(carton))) {
        return true;
      }
    }
    return volume > carton.volumeMm3() || weight > carton.maxWeightG();
  }

  private static boolean oneGrid(List<Piece> pieces, Carton carton) {
    return pieces.size() == 1
        && pieces.getFirst().sides().gridIn(space(carton)) >= pieces.getFirst().qty();
  }

  private boolean byVolume(List<Piece> pieces, Carton carton) {
    if (!timeIsOver.getAsBoolean()) {
      return false;
    }
    long volume = pieces.stream().mapToLong(Piece::totalVolumeMm3).sum();
    boolean sure = volume <= carton.volumeMm3() * SURE_SHARE;
    estimated |= sure;
    return sure;
  }

  private boolean placed(List<Piece> pieces, Carton carton) {
    List<Block> blocks = Block.of(pieces);
    return places(layers, blocks, carton)
        || places(corners, blocks, carton)
        || (Block.boxes(blocks) <= FEW_BOXES && places(everyWay, blocks, carton));
  }

  private <B extends PackagerResultBuilder<B>> boolean places(
      Packager<B> packer, List<Block> blocks, Carton carton) {
    if (timeIsOver.getAsBoolean()) {
      return false;
    }
    PackagerResult result =
        packer
            .newResultBuilder()
            .withContainers(
                ContainerItem.newListBuilder().withContainer(container(carton), 1).build())
            .withStackables(boxes(blocks))
            .withMaxContainerCount(1)
            .withInterrupt(timeIsOver)
            .build();
    return result.isSuccess() && holds(result.get(0), Block.boxes(blocks));
  }

  /** Checks the packer's work: every box placed, none outside, no two in one place. */
  private static boolean holds(Container container, long boxes) {
    List<StackPlacement> placed = container.getStack().getPlacements();
    for (int i = 0; i < placed.size(); i++) {
      StackPlacement box = placed.get(i);
      if (box.getAbsoluteEndX() >= container.getStackValues()[0].getLoadDx()
          || box.getAbsoluteEndY() >= container.getStackValues()[0].getLoadDy()
          || box.getAbsoluteEndZ() >= container.getStackValues()[0].getLoadDz()
          || placed.subList(0, i).stream().anyMatch(box::intersects3D)) {
        return false;
      }
    }
    return placed.size() == boxes;
  }

  private static Container container(Carton carton) {
    return Container.newBuilder()
        .withId(carton.code())
        .withSize(carton.lengthMm(), carton.widthMm(), carton.heightMm())
        .withEmptyWeight(carton.tareG())
        .withMaxLoadWeight(carton.maxWeightG())
        .build();
  }

  private static List<StackableItem> boxes(List<Block> blocks) {
    List<StackableItem> boxes = new ArrayList<>();
    for (Block block : blocks) {
      Sides sides = block.sides();
      boxes.add(
          new StackableItem(
              Box.newBuilder()
                  .withSize(sides.a(), sides.b(), sides.c())
                  .withRotate3D()
                  .withWeight(block.weightG())
                  .build(),
              block.count()));
    }
    return boxes;
  }

  private static Sides space(Carton carton) {
    return Sides.of(carton.lengthMm(), carton.widthMm(), carton.heightMm());
  }
}
