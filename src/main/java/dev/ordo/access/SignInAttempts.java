package dev.ordo.access;

import dev.ordo.shared.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Lets a login rest after wrong passwords, so that nobody tries them all. */
@Component
class SignInAttempts {
  static final int FREE = 5;

  private static final Duration REST = Duration.ofMinutes(1);

  /** Made-up logins are forgotten altogether, instead of filling the memory. */
  private static final int MOST_KEPT = 10_000;

  private record Wrong(int times, Instant last) {}

  private final Map<String, Wrong> wrong = new ConcurrentHashMap<>();
  private final MachineClock clock;

  SignInAttempts(MachineClock clock) {
    this.clock = clock;
  }

  @EventListener
  void failed(AuthenticationFailureBadCredentialsEvent event) {
    if (wrong.size() > MOST_KEPT) {
      wrong.clear();
    }
    wrong.merge(
        event.getAuthentication().getName(),
        new Wrong(1, clock.now()),
        (before, now) -> new Wrong(before.times + 1, now.last));
  }

  @EventListener
  void succeeded(AuthenticationSuccessEvent event) {
    wrong.remove(event.getAuthentication().getName());
  }

  boolean mustRest(String login) {
    Wrong tries = wrong.get(login);
    return tries != null && tries.times >= FREE && tries.last.plus(REST).isAfter(clock.now());
  }
}
