package dev.ordo.wave.solver;

import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintCollectors;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.Joiners;
import org.optaplanner.core.api.score.stream.uni.UniConstraintStream;

/** What makes one division of trips among pickers better than another. */
public class PickerConstraints implements ConstraintProvider {
  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      pickersAreTrainedForTheirTrips(factory),
      tripsEndWithinTheShift(factory),
      tripsMeetTheirCutOff(factory),
      tripsMeetThePromisedDispatch(factory),
      theLastTripIsDoneEarly(factory),
      pickersAreDoneTogether(factory),
      pickersWalkTheirHomeZones(factory),
      pickersDoNotCrowdAnAisle(factory)
    };
  }

  private static UniConstraintStream<Turn> turns(ConstraintFactory factory) {
    return factory.forEach(PickerDay.class).flattenLast(PickerDay::turns);
  }

  /** Hard: a picker has every skill that the goods of the trip ask for. */
  Constraint pickersAreTrainedForTheirTrips(ConstraintFactory factory) {
    return turns(factory)
        .filter(turn -> turn.missingSkills() > 0)
        .penalizeConfigurableLong(Turn::missingSkills)
        .justifyWith(
            (turn, score) ->
                new PickerReason.Untrained(turn.picker(), turn.number(), turn.missingSkills()))
        .asConstraint(PickerWeights.SKILLS);
  }

  /** Hard: no trip reaches beyond the end of its picker's shift. */
  Constraint tripsEndWithinTheShift(ConstraintFactory factory) {
    return turns(factory)
        .filter(turn -> turn.afterShift() > 0)
        .penalizeConfigurableLong(Turn::afterShift)
        .justifyWith(
            (turn, score) ->
                new PickerReason.AfterShift(turn.picker(), turn.number(), turn.afterShift()))
        .asConstraint(PickerWeights.SHIFT);
  }

  /** Medium: seconds by which trips end after their carrier cut-off, times urgency. */
  Constraint tripsMeetTheirCutOff(ConstraintFactory factory) {
    return turns(factory)
        .filter(turn -> turn.afterCutOff() > 0)
        .penalizeConfigurableLong(turn -> turn.afterCutOff() * turn.trip().urgency())
        .justifyWith(
            (turn, score) ->
                new PickerReason.MissesCutOff(
                    turn.picker(), turn.number(), turn.afterCutOff(), turn.trip().urgency()))
        .asConstraint(PickerWeights.CUT_OFF);
  }

  /** Medium: seconds by which trips end after their promised dispatch, times urgency. */
  Constraint tripsMeetThePromisedDispatch(ConstraintFactory factory) {
    return turns(factory)
        .filter(turn -> turn.afterPromise() > 0)
        .penalizeConfigurableLong(turn -> turn.afterPromise() * turn.trip().urgency())
        .justifyWith(
            (turn, score) ->
                new PickerReason.BreaksPromise(
                    turn.picker(), turn.number(), turn.afterPromise(), turn.trip().urgency()))
        .asConstraint(PickerWeights.PROMISE);
  }

  /** Soft: seconds until the last trip of all is done. */
  Constraint theLastTripIsDoneEarly(ConstraintFactory factory) {
    return factory
        .forEach(PickerDay.class)
        .filter(day -> day.endSeconds() > 0)
        .groupBy(ConstraintCollectors.max(PickerDay::endSeconds))
        .penalizeConfigurableLong(seconds -> seconds)
        .justifyWith((seconds, score) -> new PickerReason.LastDone(seconds))
        .asConstraint(PickerWeights.LAST_DONE);
  }

  /**
   * Soft: what trips add to the squares of each picker's end, in seconds times hours: one long day
   * is dearer than two of half the length, and who is busy already is given less.
   */
  Constraint pickersAreDoneTogether(ConstraintFactory factory) {
    return factory
        .forEach(PickerDay.class)
        .filter(day -> day.endSeconds() > 0)
        .penalizeConfigurableLong(PickerDay::load)
        .justifyWith((day, score) -> new PickerReason.Busy(day.picker(), day.endSeconds()))
        .asConstraint(PickerWeights.BALANCE);
  }

  /** Soft: stops in zones that the picker does not know well. */
  Constraint pickersWalkTheirHomeZones(ConstraintFactory factory) {
    return turns(factory)
        .filter(turn -> turn.strangeStops() > 0)
        .penalizeConfigurableLong(Turn::strangeStops)
        .justifyWith(
            (turn, score) ->
                new PickerReason.AwayFromHome(turn.picker(), turn.number(), turn.strangeStops()))
        .asConstraint(PickerWeights.HOME_ZONES);
  }

  /** Soft: seconds that two pickers are expected to stand in each other's way in an aisle. */
  Constraint pickersDoNotCrowdAnAisle(ConstraintFactory factory) {
    return turns(factory)
        .join(turns(factory), Joiners.lessThan(Turn::picker))
        .filter((one, other) -> one.crowdedSeconds(other) > 0)
        .penalizeConfigurableLong(Turn::crowdedSeconds)
        .justifyWith(
            (one, other, score) ->
                new PickerReason.Crowded(
                    one.picker(),
                    one.number(),
                    other.picker(),
                    other.number(),
                    one.crowdedSeconds(other)))
        .asConstraint(PickerWeights.CONGESTION);
  }
}
