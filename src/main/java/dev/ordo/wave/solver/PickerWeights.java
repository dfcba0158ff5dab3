package dev.ordo.wave.solver;

import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ofHard;
import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ofMedium;
import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ofSoft;

import java.util.Map;
import java.util.TreeSet;
import org.optaplanner.core.api.domain.constraintweight.ConstraintConfiguration;
import org.optaplanner.core.api.domain.constraintweight.ConstraintWeight;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/**
 * How much each wish counts when trips are given to pickers; 0 switches one off. Warehouse
 * engineers set them in solver-configs/pickers.xml.
 */
@ConstraintConfiguration
public class PickerWeights {
  static final String SKILLS = "skills";
  static final String SHIFT = "shift";
  static final String CUT_OFF = "cutOff";
  static final String PROMISE = "promise";
  static final String LAST_DONE = "lastDone";
  static final String BALANCE = "balance";
  static final String HOME_ZONES = "homeZones";
  static final String CONGESTION = "congestion";

  /** Used where the file says nothing else. */
  public static final Map<String, Long> USUAL =
      Map.of(
          SKILLS,
          100_000L,
          SHIFT,
          1L,
          CUT_OFF,
          3L,
          PROMISE,
          1L,
          LAST_DONE,
          1L,
          BALANCE,
          1L,
          HOME_ZONES,
          5L,
          CONGESTION,
          1L);

  private static final long MOST = 1_000_000;

  @ConstraintWeight(SKILLS)
  private HardMediumSoftLongScore skills = ofHard(1);

  @ConstraintWeight(SHIFT)
  private HardMediumSoftLongScore shift = ofHard(1);

  @ConstraintWeight(CUT_OFF)
  private HardMediumSoftLongScore cutOff = ofMedium(1);

  @ConstraintWeight(PROMISE)
  private HardMediumSoftLongScore promise = ofMedium(1);

  @ConstraintWeight(LAST_DONE)
  private HardMediumSoftLongScore lastDone = ofSoft(1);

  @ConstraintWeight(BALANCE)
  private HardMediumSoftLongScore balance = ofSoft(1);

  @ConstraintWeight(HOME_ZONES)
  private HardMediumSoftLongScore homeZones = ofSoft(1);

  @ConstraintWeight(CONGESTION)
  private HardMediumSoftLongScore congestion = ofSoft(1);

  /** For the search, which clones plans. */
  public PickerWeights() {}

  /**
   * @param said what the file says, by name; names it does not mention have their usual weight
   */
  static PickerWeights of(Map<String, String> said) {
    if (!USUAL.keySet().containsAll(said.keySet())) {
      throw new IllegalArgumentException(
          "There are no weights (%s); there are (%s)."
              .formatted(new TreeSet<>(said.keySet()), new TreeSet<>(USUAL.keySet())));
    }
    PickerWeights weights = new PickerWeights();
    weights.skills = ofHard(weight(said, SKILLS));
    weights.shift = ofHard(weight(said, SHIFT));
    weights.cutOff = ofMedium(weight(said, CUT_OFF));
    weights.promise = ofMedium(weight(said, PROMISE));
    weights.lastDone = ofSoft(weight(said, LAST_DONE));
    weights.balance = ofSoft(weight(said, BALANCE));
    weights.homeZones = ofSoft(weight(said, HOME_ZONES));
    weights.congestion = ofSoft(weight(said, CONGESTION));
    return weights;
  }

  private static long weight(Map<String, String> said, String name) {
    String text = said.get(name);
    if (text == null) {
      return USUAL.getOrDefault(name, 0L);
    }
    if (!text.matches("[0-9]{1,7}") || Long.parseLong(text) > MOST) {
      throw new IllegalArgumentException(
          "The weight (%s) of (%s) must be a whole number from 0 to %d."
              .formatted(text, name, MOST));
    }
    return Long.parseLong(text);
  }
}
