package dev.ordo.journey;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the journey is.
 *
 * @param autostart false in tests: nothing runs by itself, {@link Stages#runDue} runs it
 * @param attempts how often a row or an event is tried before it becomes an incident
 * @param backoff wait after the first failure; each further failure waits five times longer
 * @param retention how long delivered events are kept
 * @param hosts the hosts that HTTP routes may call; {@code *.example.com} takes sub-domains
 * @param files the folder that holds {@code routes/}
 */
@ConfigurationProperties("ordo.journey")
record JourneySettings(
    @DefaultValue("true") boolean autostart,
    @DefaultValue("5") int attempts,
    @DefaultValue("2s") Duration backoff,
    @DefaultValue("7d") Duration retention,
    @DefaultValue({"localhost", "127.0.0.1"}) List<String> hosts,
    @DefaultValue("${ordo.files:.}") String files) {

  JourneySettings {
    if (attempts < 1 || attempts > 20) {
      throw new IllegalArgumentException(
          "ordo.journey.attempts (%d) must be 1 to 20.".formatted(attempts));
    }
  }

  /** The wait after the given failure, the first being 1; at most one hour. */
  Duration wait(int failures) {
    Duration wait = backoff;
    for (int i = 1; i < failures && wait.compareTo(Duration.ofHours(1)) < 0; i++) {
      wait = wait.multipliedBy(5);
    }
    return wait.compareTo(Duration.ofHours(1)) < 0 ? wait : Duration.ofHours(1);
  }
}
