package dev.ordo.rulebook;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.rules.Activation;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Subject;
import dev.ordo.rules.Tally;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches a release after its activation and brings the one before back by itself when the shares
 * of passed, held and failed decisions leave the limits of the policy.
 */
@Component
class GuardRail {
  private static final Logger LOG = LoggerFactory.getLogger(GuardRail.class);
  private static final int MOST_SUBJECTS = 1_000;
  private static final int NAMED = 20;

  private final Rules rules;
  private final Activations activations;
  private final PolicyRows policies;
  private final TallyRows tallies;
  private final Tasks tasks;
  private final MachineClock clock;
  private final BusinessClock business;

  GuardRail(
      Rules rules,
      Activations activations,
      PolicyRows policies,
      TallyRows tallies,
      Tasks tasks,
      MachineClock clock,
      BusinessClock business) {
    this.rules = rules;
    this.activations = activations;
    this.policies = policies;
    this.tallies = tallies;
    this.tasks = tasks;
    this.clock = clock;
    this.business = business;
  }

  /** Adds what this node saw to what all saw, and judges; silent while nothing is decided. */
  @Scheduled(fixedDelay = 1_000, initialDelay = 6_000)
  void watch() {
    Map<String, Tally> fresh = rules.takeTallies();
    rules
        .inForce()
        .values()
        .forEach(
            activation -> {
              Tally seen = fresh.get(activation.hash());
              if (seen != null) {
                watch(activation, seen);
              }
            });
  }

  private void watch(Activation activation, Tally seen) {
    GatePolicy policy = policies.of(activation.point());
    Duration age = Duration.between(activation.at(), clock.now());
    if (age.toMinutes() >= policy.watchMinutes()) {
      return;
    }
    tallies.add(activation.id(), seen);
    Tally all = tallies.of(activation.id());
    left(policy, all).ifPresent(why -> bringBack(activation, all, why));
  }

  /** Which limit is left, empty while all are kept. */
  static Optional<String> left(GatePolicy policy, Tally all) {
    if (all.total() < policy.leastDecisions()) {
      return Optional.empty();
    }
    if (all.percent(all.failed()) > policy.mostErrors().doubleValue()) {
      return said("error rate", all.percent(all.failed()), "above", policy.mostErrors());
    }
    if (all.percent(all.held()) > policy.mostHolds().doubleValue()) {
      return said("hold rate", all.percent(all.held()), "above", policy.mostHolds());
    }
    return all.percent(all.passed()) < policy.leastStraightThrough().doubleValue()
        ? said(
            "straight-through rate",
            all.percent(all.passed()),
            "below",
            policy.leastStraightThrough())
        : Optional.empty();
  }

  private static Optional<String> said(
      String rate, double is, String side, java.math.BigDecimal limit) {
    return Optional.of(
        "%s %.1f %% %s %s %%"
            .formatted(rate, is, side, limit.stripTrailingZeros().toPlainString()));
  }

  private void bringBack(Activation bad, Tally all, String why) {
    activations
        .before(bad)
        .ifPresent(
            good ->
                activations.replace(
                    bad, good, why, () -> tallies.end(bad.id()), () -> tell(bad, good, all, why)));
  }

  private void tell(Activation bad, Activation good, Tally all, String why) {
    List<Subject> affected = rules.decidedSince(bad, MOST_SUBJECTS);
    String names =
        affected.stream()
            .limit(NAMED)
            .map(subject -> Ids.text(subject.id()))
            .collect(Collectors.joining(", "));
    LOG.error("Rules of {}: {} is taken back: {}", bad.point(), brief(bad), why);
    tasks.open(
        new NewTask(
            "RULES_TAKEN_BACK",
            "RULE_RELEASE",
            bad.id(),
            "rules-taken-back:" + bad.id(),
            Role.OPS_MANAGER,
            "rulebook.task.back",
            List.of(
                bad.point(),
                brief(bad),
                why,
                brief(good),
                "" + all.total(),
                affected.size() > NAMED ? names + " …" : names),
            business.now().plus(Duration.ofHours(4))));
  }

  private static String brief(Activation activation) {
    return activation.hash().substring(0, 12);
  }
}
