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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches a release after its activation and brings the one before back by itself when the shares
 * of passed, held and failed decisions leave the limits of the policy; a candidate that leaves them
 * by its share loses the share.
 */
@Component
class GuardRail {
  private static final Logger LOG = LoggerFactory.getLogger(GuardRail.class);
  private static final int NAMED = 20;

  private final Rules rules;
  private final Activations activations;
  private final PolicyRows policies;
  private final TallyRows tallies;
  private final TrialRows trials;
  private final Tasks tasks;
  private final MachineClock clock;
  private final BusinessClock business;
  private final TransactionTemplate transactions;
  private final Set<Long> followed = ConcurrentHashMap.newKeySet();

  GuardRail(
      Rules rules,
      Activations activations,
      PolicyRows policies,
      TallyRows tallies,
      TrialRows trials,
      Tasks tasks,
      MachineClock clock,
      BusinessClock business,
      TransactionTemplate transactions) {
    this.rules = rules;
    this.activations = activations;
    this.policies = policies;
    this.tallies = tallies;
    this.trials = trials;
    this.tasks = tasks;
    this.clock = clock;
    this.business = business;
    this.transactions = transactions;
  }

  /** Adds what this node saw to what all saw, and judges; silent while nothing is decided. */
  @Scheduled(fixedDelay = 1_000, initialDelay = 6_000)
  void watch() {
    Map<String, Tally> fresh = rules.takeTallies();
    for (Activation activation : rules.inForce().values()) {
      follow(activation);
      Tally seen = fresh.get(activation.hash());
      if (seen != null) {
        watch(activation, seen);
      }
    }
    watchShares(rules.takeSharedTallies());
  }

  private void follow(Activation activation) {
    if (activation.actor().equals(Activation.WATCHDOG) && followed.add(activation.id())) {
      activations.withdrawn(activation);
    }
  }

  private void watch(Activation activation, Tally seen) {
    tallies.add(activation.id(), seen);
    GatePolicy policy = policies.of(activation.point());
    Duration age = Duration.between(activation.at(), clock.now());
    if (age.toMinutes() >= policy.watchMinutes()) {
      return;
    }
    Tally all = tallies.of(activation.id());
    left(policy, all)
        .ifPresent(
            why ->
                activations.replace(
                    activation,
                    why,
                    () -> tallies.end(activation.id()),
                    good -> tell(activation, good, all, why)));
  }

  /** What a candidate decides by its share is its own: the active release has no part in it. */
  private void watchShares(Map<String, Tally> fresh) {
    if (!fresh.isEmpty()) {
      trials.running().stream()
          .filter(trial -> fresh.containsKey(trial.candidate()))
          .forEach(trial -> watch(trial, fresh.getOrDefault(trial.candidate(), Tally.NONE)));
    }
  }

  private void watch(LiveTrial trial, Tally seen) {
    tallies.add(trial.id(), seen);
    Tally all = tallies.of(trial.id());
    left(policies.of(trial.point()), all)
        .ifPresent(
            why ->
                transactions.executeWithoutResult(
                    t -> {
                      if (trials.stop(trial.id(), why)) {
                        tell(trial, all, why);
                      }
                    }));
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

  private void tell(Activation bad, Optional<Activation> good, Tally all, String why) {
    LOG.error("Rules of {}: {} left its limits: {}", bad.point(), brief(bad.hash()), why);
    open(
        "RULES_TAKEN_BACK",
        bad.id(),
        good.isPresent() ? "rulebook.task.back" : "rulebook.task.stays",
        List.of(
            bad.point(),
            brief(bad.hash()),
            why,
            good.map(g -> brief(g.hash())).orElse(""),
            "" + all.total(),
            named(rules.decidedSince(bad.point(), bad.hash(), bad.id(), NAMED + 1))));
  }

  private void tell(LiveTrial trial, Tally all, String why) {
    LOG.error("Rules of {}: the trial of {} ends: {}", trial.point(), trial.candidate(), why);
    open(
        "RULES_SHARE_ENDED",
        trial.id(),
        "rulebook.task.share",
        List.of(
            trial.point(),
            brief(trial.candidate()),
            why,
            "" + all.total(),
            named(rules.decidedSince(trial.point(), trial.candidate(), trial.id(), NAMED + 1))));
  }

  private void open(String kind, long subject, String text, List<String> args) {
    String key = kind.toLowerCase(Locale.ROOT).replace('_', '-') + ":" + subject;
    tasks.open(
        new NewTask(
            kind,
            "RULE_RELEASE",
            subject,
            key,
            Role.OPS_MANAGER,
            text,
            args,
            business.now().plus(Duration.ofHours(4))));
  }

  private static String named(List<Subject> affected) {
    String names =
        affected.stream()
            .limit(NAMED)
            .map(subject -> Ids.text(subject.id()))
            .collect(Collectors.joining(", "));
    return affected.size() > NAMED ? names + " …" : names;
  }

  private static String brief(String hash) {
    return hash.substring(0, 12);
  }
}
