package dev.ordo.rulebook;

import dev.ordo.journey.Leader;
import dev.ordo.rulebook.GateRows.Job;
import dev.ordo.rules.ChangedFiles;
import dev.ordo.rules.Release;
import dev.ordo.rules.RuleSet;
import dev.ordo.rules.Rules;
import org.springframework.stereotype.Component;

/** Files that change on the leading node's disk become a draft and go through the gates. */
@Component
class DiskIntake implements ChangedFiles {
  private final Leader leader;
  private final Rules rules;
  private final DraftRows drafts;
  private final PolicyRows policies;
  private final Gates gates;
  private final Schedules schedules;

  DiskIntake(
      Leader leader,
      Rules rules,
      DraftRows drafts,
      PolicyRows policies,
      Gates gates,
      Schedules schedules) {
    this.leader = leader;
    this.rules = rules;
    this.drafts = drafts;
    this.policies = policies;
    this.gates = gates;
    this.schedules = schedules;
  }

  @Override
  public boolean countHere() {
    return leader.isLeader("rule-files");
  }

  @Override
  public void changed(Release release) {
    String point = release.set().point();
    GatePolicy policy = policies.of(point);
    if (drafts.of(point, release.hash()).stream()
        .noneMatch(draft -> draft.author().equals(Activations.FILES))) {
      drafts.insert(
          "changed files", Activations.FILES, rules.active(point).hash(), release.sources());
    }
    boolean alone = policy.auto() && release.set().level() == RuleSet.Level.AUTHOR;
    gates.check(
        new Job(point, release.hash()),
        gates.codes().stream().filter(code -> !alone || policy.gates().contains(code)).toList());
    if (alone) {
      schedules.soon(point, release.hash(), "changed files");
    }
  }
}
