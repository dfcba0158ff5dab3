package dev.ordo.rulebook;

import dev.ordo.rules.Activation;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Tally;
import dev.ordo.rules.Verdict;
import dev.ordo.rules.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The door to how the decision points stand. */
@Service
public class Standings {
  private final Rules rules;
  private final DraftRows drafts;
  private final TallyRows tallies;
  private final TrialRows trials;
  private final Schedules schedules;
  private final Activations activations;

  Standings(
      Rules rules,
      DraftRows drafts,
      TallyRows tallies,
      TrialRows trials,
      Schedules schedules,
      Activations activations) {
    this.rules = rules;
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
        holds(point),
        trials.of(name).stream().filter(LiveTrial::running).findFirst(),
        open.size(),
        open.stream().filter(this::awaits).count(),
        schedules.waiting(name));
  }

  /** A verdict of the point says itself whether it holds. */
  private static boolean holds(Rules.Point point) {
    return Vocabulary.of(point.set().facts()).types().values().stream()
        .filter(Verdict.class::isAssignableFrom)
        .anyMatch(Standings::saysWhetherItHolds);
  }

  private static boolean saysWhetherItHolds(Class<?> verdict) {
    try {
      return verdict.getMethod("holds").getDeclaringClass() != Verdict.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
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
