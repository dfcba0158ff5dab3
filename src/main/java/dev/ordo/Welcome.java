package dev.ordo;

import dev.ordo.access.DemoPeople;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last word of a start: where to look, and who may sign in. */
@Component
class Welcome {
  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

  private final Environment environment;
  private final List<String> signIn = new ArrayList<>();

  Welcome(Environment environment) {
    this.environment = environment;
  }

  @EventListener
  void hear(DemoPeople people) {
    signIn.add("sign in as admin, password " + people.password());
    signIn.add("the same password: " + String.join(", ", people.logins()));
  }

  /** Traffic is accepted once everything else that starts with the server has started. */
  @EventListener
  void greet(AvailabilityChangeEvent<ReadinessState> change) {
    if (change.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("Ordo runs at http://localhost:" + environment.getProperty("local.server.port"));
    lines.addAll(signIn);
    String rule = "-".repeat(72);
    LOG.info("\n{}\n  {}\n{}", rule, String.join("\n  ", lines), rule);
  }
}
