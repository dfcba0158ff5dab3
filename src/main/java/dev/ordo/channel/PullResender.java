package dev.ordo.channel;

import dev.ordo.journey.Resender;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Refusal;
import org.springframework.stereotype.Component;

/** Has a shop pulled again at once after a person mended key, secret or grant. */
@Component
class PullResender implements Resender {
  private final Cursors cursors;
  private final BusinessClock clock;

  PullResender(Cursors cursors, BusinessClock clock) {
    this.cursors = cursors;
    this.clock = clock;
  }

  @Override
  public String source() {
    return Pulls.SOURCE;
  }

  @Override
  public void resend(String payload) {
    if (!cursors.dueNow(payload.strip(), clock.now())) {
      throw new Refusal("shop", payload.strip(), "Give the code of a shop that is pulled.");
    }
  }
}
