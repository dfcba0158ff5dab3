package dev.ordo.wave.solver;

import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintJustification;
import org.optaplanner.core.api.score.stream.ConstraintProvider;

/** What makes one division of trips among pickers better than another. */
public class PickerConstraints implements ConstraintProvider {
  /** A picker's trips end so many seconds after their cut-offs, summed. */
  public record Late(String picker, long seconds) implements ConstraintJustification {}

  /** A picker is done after so many seconds. */
  public record Busy(String picker, long seconds) implements ConstraintJustification {}

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {tripsMeetTheirCutOff(factory), pickersAreDoneTogether(factory)};
  }

  Constraint tripsMeetTheirCutOff(ConstraintFactory factory) {
    return factory
        .forEach(PickerDay.class)
        .filter(day -> day.lateSeconds() > 0)
        .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, PickerDay::lateSeconds)
        .justifyWith((day, score) -> new Late(day.picker(), day.lateSeconds()))
        .asConstraint("Trips meet their cut-off");
  }

  /** Squares make one long day dearer than two of half the length. */
  Constraint pickersAreDoneTogether(ConstraintFactory factory) {
    return factory
        .forEach(PickerDay.class)
        .filter(day -> day.endSeconds() > 0)
        .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, day -> day.endSeconds() * day.endSeconds())
        .justifyWith((day, score) -> new Busy(day.picker(), day.endSeconds()))
        .asConstraint("Pickers are done together");
  }
}
