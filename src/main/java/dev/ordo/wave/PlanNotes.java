package dev.ordo.wave;

import static java.util.stream.Collectors.joining;

import dev.ordo.site.Skill;
import dev.ordo.wave.solver.PickerPlanner;
import dev.ordo.wave.solver.PickerReason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is amiss while one wave is planned; each thing is named once. */
class PlanNotes {
  /** What may be amiss. */
  enum Code {
    /** Consignment without places to take its goods from: left out. */
    NOTHING_TO_PICK(true),
    /** Article, consignment: the catalogue does not know it. */
    UNKNOWN_GOODS(true),
    /** Consignment without weight or volume: taken for a full tote. */
    UNMEASURED(true),
    /** Location, article, consignment: no cell of the layout, walked last and not on the map. */
    OFF_LAYOUT(true),
    /** Consignment, trips: more than a trolley carries. */
    TOO_LARGE(false),
    /** Consignment, lines, trips: more stops than one trip should have. */
    TOO_LONG(false),
    /** Zones, orders: the wave is split by zone and so many orders are torn. */
    SPLIT_ZONE(false),
    /** Classes, orders: the wave is split by velocity and so many orders are torn. */
    SPLIT_VELOCITY(false),
    /** Trolley that carries nothing: not used. */
    EMPTY_TROLLEY(true),
    /** Warehouse: no trolley can be used, so the usual size was assumed. */
    NO_TROLLEY(true);

    /** Whether somebody has to mend it. */
    private final boolean isWork;

    Code(boolean isWork) {
      this.isWork = isWork;
    }

    boolean isWork() {
      return isWork;
    }

    /** Whether it concerns one consignment, and not all that was planned together. */
    boolean isOfConsignment() {
      return switch (this) {
        case NOTHING_TO_PICK, UNKNOWN_GOODS, UNMEASURED, OFF_LAYOUT, TOO_LARGE, TOO_LONG -> true;
        case SPLIT_ZONE, SPLIT_VELOCITY, EMPTY_TROLLEY, NO_TROLLEY -> false;
      };
    }
  }

  private static final int MOST = 200;
  private static final int SHOWN = 8;

  private final Set<WaveNote> notes = new LinkedHashSet<>();

  void goods(Code code, String... args) {
    if (notes.size() < MOST) {
      notes.add(new WaveNote(WaveNote.Kind.GOODS, code.name(), List.of(args)));
    }
  }

  /** Names the trips nobody may walk, and what the division among pickers costs. */
  void crew(String warehouse, PickerPlanner.Assignment assignment, List<WaveTrip> trips) {
    assignment.nobody().forEach((trip, obstacle) -> nobody(warehouse, obstacle, trips.get(trip)));
    for (PickerPlanner.Term term : assignment.terms()) {
      notes.add(
          new WaveNote(
              WaveNote.Kind.TERM,
              term.name(),
              List.of(
                  term.weight().toShortString(),
                  term.score().toShortString(),
                  String.valueOf(term.reasons().size()))));
      term.reasons().stream().limit(SHOWN).map(reason -> reason(reason, trips)).forEach(notes::add);
    }
  }

  private void nobody(String warehouse, PickerPlanner.Obstacle obstacle, WaveTrip trip) {
    String skills = trip.needs().stream().sorted().map(Skill::name).collect(joining(", "));
    notes.add(
        new WaveNote(
            WaveNote.Kind.CREW,
            "CREW_" + obstacle.name(),
            obstacle == PickerPlanner.Obstacle.NOBODY
                ? List.of(warehouse)
                : List.of(warehouse, String.valueOf(trip.number()), skills)));
  }

  /** Trips bear the numbers people read. */
  private static WaveNote reason(PickerReason reason, List<WaveTrip> trips) {
    List<Object> args =
        switch (reason) {
          case PickerReason.Untrained(var picker, var trip, var skills) ->
              List.of(picker, trips.get(trip).number(), skills);
          case PickerReason.AfterShift(var picker, var trip, var seconds) ->
              List.of(picker, trips.get(trip).number(), seconds);
          case PickerReason.MissesCutOff(var picker, var trip, var seconds, var urgency) ->
              List.of(picker, trips.get(trip).number(), seconds, urgency);
          case PickerReason.BreaksPromise(var picker, var trip, var seconds, var urgency) ->
              List.of(picker, trips.get(trip).number(), seconds, urgency);
          case PickerReason.LastDone(var seconds) -> List.of(seconds);
          case PickerReason.Busy(var picker, var seconds) -> List.of(picker, seconds);
          case PickerReason.AwayFromHome(var picker, var trip, var stops) ->
              List.of(picker, trips.get(trip).number(), stops);
          case PickerReason.Crowded(
                  var picker,
                  var trip,
                  var otherPicker,
                  var otherTrip,
                  var seconds) ->
              List.of(
                  picker,
                  trips.get(trip).number(),
                  otherPicker,
                  trips.get(otherTrip).number(),
                  seconds);
        };
    return new WaveNote(
        WaveNote.Kind.REASON,
        reason.getClass().getSimpleName(),
        args.stream().map(String::valueOf).toList());
  }

  List<WaveNote> all() {
    return new ArrayList<>(notes);
  }
}
