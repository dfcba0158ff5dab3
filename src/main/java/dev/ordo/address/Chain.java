package dev.ordo.address;

import dev.ordo.address.Division.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divisions named one after the other in a text, from large to small.
 *
 * @param candidates the deepest divisions the names can mean; one when unambiguous
 * @param conflict the level at which a place was named that does not fit the ones before it
 * @param score how much the names look like an address, full names counting more
 * @param end where the detail begins
 */
record Chain(
    List<Division> candidates,
    @Nullable Level conflict,
    boolean zone,
    int score,
    int start,
    int end) {

  static final Chain NONE = new Chain(List.of(), null, false, 0, 0, 0);

  /** The one division meant; of several the only one at the highest level, or none. */
  @Nullable Division meant() {
    for (Level level : Level.values()) {
      List<Division> there = candidates.stream().filter(d -> d.level() == level).toList();
      if (!there.isEmpty()) {
        return there.size() == 1 ? there.getFirst() : null;
      }
    }
    return null;
  }

  /** The province all candidates share. */
  String commonProvince() {
    List<String> codes = candidates.stream().map(d -> d.code().substring(0, 2)).distinct().toList();
    return codes.size() == 1 ? codes.getFirst() : "";
  }
}
