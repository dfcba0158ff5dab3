package dev.ordo.rulebook;

import dev.ordo.rulebook.GateRows.Job;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Draws the conclusion from finished gates: how far a draft has come. */
@Component
class Settling {
  private final GateRows runs;
  private final DraftRows drafts;
  private final Schedules schedules;
  private final ObjectProvider<Gate> gates;

  Settling(GateRows runs, DraftRows drafts, Schedules schedules, ObjectProvider<Gate> gates) {
    this.runs = runs;
    this.drafts = drafts;
    this.schedules = schedules;
    this.gates = gates;
  }

  void settle(Job job) {
    Status reached = reached(job);
    drafts.of(job.point(), job.hash()).forEach(draft -> lead(draft, reached));
    schedules.runDue();
  }

  /** Green gates take no refusal back: that needs an edit. */
  private void lead(Draft draft, Status reached) {
    if (draft.status() == Status.REFUSED) {
      return;
    }
    if (reached == Status.DRAFT) {
      drafts.move(draft.id(), draft.hash(), Status.DRAFT);
      return;
    }
    drafts.move(draft.id(), draft.hash(), Status.VALIDATED);
    if (reached == Status.BACKTESTED) {
      drafts.move(draft.id(), draft.hash(), Status.BACKTESTED);
    }
  }

  private Status reached(Job job) {
    Map<String, GateRun> known =
        runs.of(job.point(), job.hash()).stream()
            .collect(Collectors.toMap(GateRun::code, run -> run));
    boolean shaped =
        gates.orderedStream().noneMatch(gate -> gate.code().equals(Gates.STATIC))
            || isPassed(known, Gates.STATIC);
    if (!shaped || !isPassed(known, Gates.COMPILE) || !isPassed(known, ExamplesGate.CODE)) {
      return Status.DRAFT;
    }
    return isPassed(known, Gates.BACKTEST) ? Status.BACKTESTED : Status.VALIDATED;
  }

  private static boolean isPassed(Map<String, GateRun> known, String code) {
    return known.containsKey(code) && known.get(code).isPassed();
  }
}
