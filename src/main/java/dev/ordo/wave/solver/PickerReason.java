package dev.ordo.wave.solver;

import org.optaplanner.core.api.score.stream.ConstraintJustification;

/** Why a division of trips among pickers costs what it costs; trips by number, times in seconds. */
public sealed interface PickerReason extends ConstraintJustification {
  /** A picker lacks so many skills a trip asks for. */
  record Untrained(String picker, int trip, long skills) implements PickerReason {}

  /** A trip reaches so far beyond the end of its picker's shift. */
  record AfterShift(String picker, int trip, long seconds) implements PickerReason {}

  /** A trip ends so long after its carrier cut-off; urgent goods count more than once. */
  record MissesCutOff(String picker, int trip, long seconds, int urgency) implements PickerReason {}

  /** A trip ends so long after its promised dispatch; urgent goods count more than once. */
  record BreaksPromise(String picker, int trip, long seconds, int urgency)
      implements PickerReason {}

  /** The last trip of all is done after so long. */
  record LastDone(long seconds) implements PickerReason {}

  /** A picker is done after so long. */
  record Busy(String picker, long seconds) implements PickerReason {}

  /** A trip has so many stops in zones its picker does not know well. */
  record AwayFromHome(String picker, int trip, int stops) implements PickerReason {}

  /** Two pickers are expected to be in the same aisle for so long. */
  record Crowded(String picker, int trip, String otherPicker, int otherTrip, long seconds)
      implements PickerReason {}
}
