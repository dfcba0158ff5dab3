package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.shared.NodeName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Status;

@ParameterizedClass
@EnumSource(Vendor.class)
class NodesTests {
  private final JourneyFixtures house;
  private final TreeMap<String, String> here = new TreeMap<>();
  private final TreeMap<String, String> there = new TreeMap<>();
  private final Nodes first;
  private final Nodes second;

  NodesTests(Vendor vendor) {
    house = new JourneyFixtures(vendor);
    house.jdbc.update("DELETE FROM node_fingerprint");
    first = node(1, here);
    second = node(2, there);
  }

  @Test
  void aFileThatOnlyOneNodeHasRaisesTheAlarmUntilAllHaveIt() {
    here.put("channel-jd.camel.yaml", "new");
    there.put("channel-jd.camel.yaml", "old");
    first.compare();
    second.compare();
    first.compare();

    assertThat(first.differing()).containsOnlyKeys("routes");
    assertThat(new NodesHealth(second).health().getStatus()).isEqualTo(Status.DOWN);

    there.put("channel-jd.camel.yaml", "new");
    second.compare();
    first.compare();

    assertThat(first.differing()).isEmpty();
    assertThat(new NodesHealth(second).health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void aNodeThatIsGoneDiffersFromNobody() {
    there.put("a", "b");
    second.compare();
    house.later(Duration.ofMinutes(2));
    first.compare();

    assertThat(first.differing()).isEmpty();
  }

  private Nodes node(int number, TreeMap<String, String> parts) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("routes", new Fingerprint("routes", () -> parts));
    return new Nodes(
        beans.getBeanProvider(Fingerprint.class),
        house.jdbc,
        house.machine,
        new NodeName(number),
        new SimpleMeterRegistry());
  }
}
