package dev.ordo.rulebook;

import dev.ordo.rules.Activation;
import dev.ordo.rules.Points;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Tally;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The door to how the decision points stand. */
@Service
public class Standings {
  private final Rules rules;
  private final Points points;
  private final DraftRows drafts;
  private final TallyRows tallies;
  private final TrialRows trials;
  private final Schedules schedules;
  private final Activations activations;

  Standings(
      Rules rules,
      Points points,
      DraftRows drafts,
      TallyRows tallies,
      TrialRows trials,
      Schedules schedules,
      Activations activations) {
    this.rules = rules;
    this.points = points;
    this.drafts = drafts;
    this.tallies = tallies;
    this.trials = trials;
    this.schedules = schedules;
    this.activations = activations;
  }

  public Standing of(Rules.Point point) {
    String name = point.set().point();
    Optional<Activation> since = rules.activations(name, 1).stream().findFirst();
    List<Draft> open =
        drafts.of(name).stream().filter(draft -> draft.status().isEditable()).toList();
    return new Standing(
        since,
        since.map(activation -> tallies.of(activation.id())).orElse(Tally.NONE),
        points.canHold(name),
        trials.of(name).stream().filter(LiveTrial::running).findFirst(),
        open.size(),
        open.stream().filter(this::awaits).count(),
        schedules.waiting(name));
  }

  /** Its checks are green and nobody has given a word on it yet. */
  private boolean awaits(Draft draft) {
    boolean checked =
        Set.of(Status.VALIDATED, Status.BACKTESTED, Status.SHADOW).contains(draft.status());
    return checked
        && !drafts.isApproved(draft.id(), draft.hash())
        && activations.missingToApprove(draft.point(), draft.hash()).isEmpty();
  }
}
