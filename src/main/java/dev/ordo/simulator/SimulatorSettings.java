package dev.ordo.simulator;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How busy the simulated world is.
 *
 * @param port where shops and carriers listen
 * @param server Ordo's own address
 * @param key the demo's API key
 * @param ordersPerDay orders of all shops in one business day
 * @param trouble share of each kind of trouble, 0 to 0.05
 * @param seed the same seed tells the same story
 * @param state folder that keeps what the world knows over a restart
 */
@ConfigurationProperties("ordo.simulator")
record SimulatorSettings(
    @DefaultValue("8090") int port,
    @DefaultValue("http://localhost:8080") String server,
    @DefaultValue("ordo-demo-key") String key,
    @DefaultValue("1500") int ordersPerDay,
    @DefaultValue("0.005") double trouble,
    @DefaultValue("20110301") long seed,
    @DefaultValue("./data/simulator") Path state) {
  SimulatorSettings {
    if (trouble < 0 || trouble > 0.05) {
      throw new IllegalArgumentException(
          "ordo.simulator.trouble (%s) must be 0 to 0.05.".formatted(trouble));
    }
  }

  @Override
  public String toString() {
    return "SimulatorSettings[port %d, %d orders a day]".formatted(port, ordersPerDay);
  }
}
