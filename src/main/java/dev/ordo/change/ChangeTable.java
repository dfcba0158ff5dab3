package dev.ordo.change;

import static dev.ordo.change.ChangeTable.Answer.CALL_BACK;
import static dev.ordo.change.ChangeTable.Answer.DO;
import static dev.ordo.change.ChangeTable.Answer.INTERCEPT;
import static dev.ordo.change.ChangeTable.Answer.REFUSE;
import static dev.ordo.change.ChangeTable.Answer.TASK;

import java.util.EnumMap;
import java.util.Map;

/** The table that answers a change: kind × stage. */
final class ChangeTable {
  /** What happens to a change. */
  enum Answer {
    /** Carried out at once. */
    DO,
    /** Goods on the floor are stopped and put back, then it is carried out. */
    INTERCEPT,
    /** The carrier is asked to bring the parcel back, and a person follows it. */
    CALL_BACK,
    /** A person has to talk to somebody: a task is opened. */
    TASK,
    /** Too late or without sense. */
    REFUSE
  }

  private static final Map<Change.Kind, Map<Stage, Answer>> CELLS =
      new EnumMap<>(Change.Kind.class);

  static {
    row(Change.Kind.CANCEL, DO, DO, DO, INTERCEPT, INTERCEPT, CALL_BACK, TASK, REFUSE, REFUSE);
    row(Change.Kind.REFUND, DO, DO, DO, INTERCEPT, INTERCEPT, CALL_BACK, TASK, DO, TASK);
    row(Change.Kind.REFUND_WITHDRAWN, TASK, TASK, TASK, TASK, TASK, TASK, TASK, TASK, TASK);
    row(Change.Kind.VERSION, DO, DO, DO, TASK, TASK, TASK, TASK, TASK, TASK);
    row(
        Change.Kind.SHIPPED_ELSEWHERE,
        DO,
        DO,
        DO,
        INTERCEPT,
        REFUSE,
        REFUSE,
        REFUSE,
        REFUSE,
        REFUSE);
    row(Change.Kind.CARRIER, DO, DO, DO, TASK, TASK, REFUSE, REFUSE, REFUSE, REFUSE);
    row(Change.Kind.ADDRESS, DO, DO, DO, INTERCEPT, TASK, REFUSE, REFUSE, REFUSE, REFUSE);
  }

  private ChangeTable() {}

  static Answer answer(Change.Kind kind, Stage stage) {
    return java.util.Objects.requireNonNull(
        java.util.Objects.requireNonNull(CELLS.get(kind)).get(stage));
  }

  private static void row(Change.Kind kind, Answer... byStage) {
    Map<Stage, Answer> row = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      row.put(stage, byStage[stage.ordinal()]);
    }
    CELLS.put(kind, row);
  }
}
