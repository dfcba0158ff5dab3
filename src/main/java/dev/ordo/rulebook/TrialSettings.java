package dev.ordo.rulebook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What trials of candidates may take of a node.
 *
 * @param threads of the back-test; 0 is half the processors, so that intake keeps the other half
 * @param decisions the newest decisions the gate BACKTEST looks at
 */
@ConfigurationProperties("ordo.rules.backtest")
record TrialSettings(@DefaultValue("0") int threads, @DefaultValue("100000") int decisions) {
  int workers() {
    return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }
}
