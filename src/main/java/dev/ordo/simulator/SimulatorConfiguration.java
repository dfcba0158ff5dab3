package dev.ordo.simulator;

import dev.ordo.shared.MachineClock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Starts the simulated world beside the server, in the demo only. */
@Configuration
@Profile("demo")
class SimulatorConfiguration {
  private final SimulatorSettings settings;
  private final MachineClock clock;
  private final Thread thread;

  SimulatorConfiguration(SimulatorSettings settings, MachineClock clock) {
    this.settings = settings;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("world").daemon().unstarted(this::live);
  }

  private void live() {
    new World(settings, clock).run();
  }

  @EventListener
  void begin(ApplicationReadyEvent event) {
    thread.start();
  }

  @EventListener
  void end(ContextClosedEvent event) {
    thread.interrupt();
  }
}
