package dev.ordo.journey;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;

/**
 * {@code from: stage:<pool>?batch=100&poll=1000&consumers=1}: the body is the list of claimed ids,
 * the route runs in the claim's transaction. With {@code lease=<millis>} it runs outside one.
 */
final class StageComponent extends DefaultComponent {
  private final Stages stages;

  StageComponent(Stages stages) {
    this.stages = stages;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String pool, Map<String, Object> parameters) {
    stages.pool(pool);
    long lease = getAndRemoveParameter(parameters, "lease", Long.class, 0L);
    Reading reading =
        new Reading(
            pool,
            getAndRemoveParameter(parameters, "batch", Integer.class, 100),
            getAndRemoveParameter(parameters, "consumers", Integer.class, 1),
            Duration.ofMillis(getAndRemoveParameter(parameters, "poll", Long.class, 1000L)),
            Duration.ofMillis(lease));
    return new StageEndpoint(uri, this, reading);
  }

  /** How a route reads its pool; a lease of zero means one transaction. */
  record Reading(String pool, int batch, int consumers, Duration poll, Duration lease) {
    Reading {
      within("batch", batch, 1, 2_000);
      within("consumers", consumers, 1, 8);
      within("poll", poll.toMillis(), 50, 3_600_000);
      within("lease", lease.toMillis(), 0, 3_600_000);
    }

    private static void within(String name, long value, long low, long high) {
      if (value < low || value > high) {
        throw new IllegalArgumentException(
            "The option (%s) of a stage must be %d to %d, not (%d)."
                .formatted(name, low, high, value));
      }
    }
  }

  /** The place in a route where a stage begins. */
  static final class StageEndpoint extends DefaultEndpoint {
    private final StageComponent component;
    private final Reading reading;

    StageEndpoint(String uri, StageComponent component, Reading reading) {
      super(uri, component);
      this.component = component;
      this.reading = reading;
    }

    Reading reading() {
      return reading;
    }

    Stages stages() {
      return component.stages;
    }

    @Override
    public Producer createProducer() {
      throw new UnsupportedOperationException(
          "Nothing is sent to the stage (%s): its rows wait in a table.".formatted(reading.pool()));
    }

    @Override
    public Consumer createConsumer(Processor processor) {
      return new StageConsumer(this, processor);
    }
  }
}
