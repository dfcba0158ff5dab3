package dev.ordo.rules;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long rules may take.
 *
 * @param decisionLimit time of one CPU after which a decision is taken to hang; honest ones take
 *     microseconds
 * @param withdrawWithin from the begin of a decision that hangs to the release before deciding
 *     again; all other times follow from it
 */
@ConfigurationProperties("ordo.rules")
record WatchdogSettings(
    @DefaultValue("1s") Duration decisionLimit, @DefaultValue("2s") Duration withdrawWithin) {
  WatchdogSettings {
    if (decisionLimit.isNegative() || decisionLimit.isZero()) {
      throw new IllegalArgumentException(
          "ordo.rules.decision-limit (%s) must be more than nothing.".formatted(decisionLimit));
    }
    if (withdrawWithin.compareTo(Duration.ofMillis(100)) < 0) {
      throw new IllegalArgumentException(
          "ordo.rules.withdraw-within (%s) must be at least 100ms.".formatted(withdrawWithin));
    }
  }

  /** Between two looks at the deciding threads. */
  Duration interval() {
    return withdrawWithin.dividedBy(20);
  }

  /** What the release before has to take over, before the caller is answered. */
  Duration takeover() {
    return withdrawWithin.dividedBy(4);
  }

  /**
   * How long a decision that computes may last, however little of a CPU it gets: a hang begins
   * right after a look, is seen by the next, and found out by one more than this takes.
   */
  Duration longest() {
    return withdrawWithin.minus(takeover()).minus(interval().multipliedBy(2));
  }
}
