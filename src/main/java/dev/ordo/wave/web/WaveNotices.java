package dev.ordo.wave.web;

import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Product;
import dev.ordo.wave.Pick;
import dev.ordo.wave.Waves;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What planning had to assume because data are missing, named so that somebody can add them;
 * templates call it {@code @waveNotices}.
 */
@Component
public class WaveNotices {
  /**
   * What is not known about the goods of a wave.
   *
   * @param unmeasured articles without weight or size: they count as nothing on a trolley
   * @param unplaced locations the layout does not have: picked last, the way there not counted
   */
  public record Notices(List<String> unmeasured, List<String> unplaced) {}

  private final Waves waves;
  private final Catalog catalog;

  WaveNotices(Waves waves, Catalog catalog) {
    this.waves = waves;
    this.catalog = catalog;
  }

  public Notices of(long wave) {
    List<Pick> picks = waves.picks(wave);
    Map<String, Product> products =
        catalog.products(picks.stream().map(Pick::sku).distinct().toList());
    return new Notices(
        found(picks, pick -> isUnmeasured(products.get(pick.sku())), Pick::sku),
        found(picks, pick -> pick.slot().isEmpty(), Pick::location));
  }

  private static boolean isUnmeasured(@Nullable Product product) {
    return product == null || product.weightG() <= 0 || product.volumeMm3() <= 0;
  }

  private static List<String> found(
      List<Pick> picks, Predicate<Pick> which, Function<Pick, String> name) {
    return List.copyOf(new TreeSet<>(picks.stream().filter(which).map(name).toList()));
  }
}
