package dev.ordo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ordo.catalog.Carton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Published container-loading instances; skipped where the data is not there. */
class PublishedCartonsTests {
  private static final Path DATA = Path.of("../shared/data/cartons");
  private static final int INSTANCES_TRIED = 20;
  private static final Path INSTANCES = DATA.resolve("br1-4_with_eb_afit_results.txt.gz");
  private static final Path RECTANGLES =
      DATA.resolve("squared_rectangles/simplePerfectSquaredRectangles/o9spsr.bkp");

  @Test
  void packsEveryBoxOfThePublishedInstancesIntoFewContainers() throws IOException {
    assumeThat(INSTANCES).isReadable();
    int cartons = 0;
    int instances = 0;
    try (Scanner in = open()) {
      while (in.hasNextInt() && instances < INSTANCES_TRIED) {
        in.nextLine();
        in.nextLine();
        Carton container =
            CartonChoiceTests.carton(
                "C", in.nextInt(), in.nextInt(), in.nextInt(), Integer.MAX_VALUE, "1");
        List<Piece> pieces = pieces(in);
        PackingAdvice advice = advise(container, pieces, 1_000);

        assertThat(CartonChoiceTests.units(advice)).isEqualTo(Load.of(pieces).contents());
        in.nextLine();
        cartons += advice.boxes().size();
        instances++;
      }
    }
    assertThat(instances).isEqualTo(INSTANCES_TRIED);
    assertThat((double) cartons / instances).isLessThan(3);
  }

  @Test
  void neverPromisesMoreThanACartonHolds() throws IOException {
    assumeThat(RECTANGLES).isReadable();
    Pattern size = Pattern.compile("(\\d+) (\\d+) (\\d+) (.*)\\*.*");
    for (String line : Files.readAllLines(RECTANGLES)) {
      Matcher found = size.matcher(line.strip());
      assertThat(found.matches()).isTrue();
      int length = 10 * Integer.parseInt(found.group(2));
      int width = 10 * Integer.parseInt(found.group(3));
      List<Piece> squares = squares(found.group(4));
      Carton exact = CartonChoiceTests.carton("C", length, width, 10, 100_000, "1");
      Carton tooSmall = CartonChoiceTests.carton("C", length, width - 10, 10, 100_000, "1");

      assertThat(advise(exact, squares, 2_000).boxes()).hasSizeBetween(1, 2);
      assertThat(advise(tooSmall, squares, 2_000).boxes()).hasSizeGreaterThan(1);
    }
  }

  private static List<Piece> squares(String bouwkamp) {
    int[] sides =
        Stream.of(bouwkamp.split("[^0-9]+"))
            .filter(s -> !s.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    List<Piece> squares = new ArrayList<>();
    for (int i = 0; i < sides.length; i++) {
      squares.add(CartonChoiceTests.piece("Q" + i, 10 * sides[i], 10 * sides[i], 10, 1, 1));
    }
    return squares;
  }

  private static List<Piece> pieces(Scanner in) {
    List<Piece> pieces = new ArrayList<>();
    int kinds = in.nextInt();
    for (int i = 0; i < kinds; i++) {
      String sku = "B" + in.nextInt();
      int length = in.nextInt();
      in.nextInt();
      int width = in.nextInt();
      in.nextInt();
      int height = in.nextInt();
      in.nextInt();
      pieces.add(CartonChoiceTests.piece(sku, length, width, height, 1, in.nextInt()));
    }
    return pieces;
  }

  private static PackingAdvice advise(Carton carton, List<Piece> pieces, long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    return new CartonChoice(
            List.of(carton), List.of(), 10, new Fit(() -> System.nanoTime() > until))
        .advise(pieces);
  }

  private static Scanner open() throws IOException {
    return new Scanner(
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(INSTANCES)), StandardCharsets.US_ASCII)));
  }
}
