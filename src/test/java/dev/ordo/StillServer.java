package dev.ordo;

import dev.ordo.carrier.SfGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * A server whose stages run only when a test has them run, by a clock that tests set, with a small
 * company, a shop and a carrier that answer over HTTP. It reads copies of the real rules and
 * routes; its waves are planned in a fraction of a second.
 */
@TestPropertySource(
    properties = {
      "ordo.journey.autostart=false",
      "ordo.wave.revising=300ms",
      "ordo.carrier.credentials.sf.key=" + SfGateway.KEY,
      "ordo.carrier.credentials.sf.secret=" + SfGateway.SECRET
    })
@Import({
  StillServer.Time.class,
  JourneyCompany.class,
  CupAndJar.class,
  WholeJourney.class,
  RoundTrips.class
})
public abstract class StillServer extends RunningServer {
  private static final Path FILES = Path.of("target", "still-server");

  @TestConfiguration
  static class Time {
    @Bean
    @Primary
    SettableClock settableClock() {
      return new SettableClock(Instant.parse("2026-11-11T02:00:00Z"));
    }
  }

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    registry.add("ordo.carrier.sf.url", SfGateway::url);
    registry.add("ordo.channel.shop.url", MiniProgram::url);
    registry.add("ordo.files", StillServer::files);
  }

  private static synchronized String files() {
    for (String folder : List.of("routes", "rules", "solver-configs")) {
      try (Stream<Path> all = Files.walk(Path.of(folder))) {
        all.filter(Files::isRegularFile).forEach(StillServer::copy);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return FILES.toString();
  }

  private static void copy(Path file) {
    try {
      Path to = FILES.resolve(file);
      Files.createDirectories(to.getParent());
      if (file.startsWith("solver-configs")) {
        Files.writeString(to, hurried(Files.readString(file)));
      } else {
        Files.write(to, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hurried(String config) {
    return config.replaceFirst(
        "(?s)<termination>.*?</termination>",
        "<termination><millisecondsSpentLimit>300</millisecondsSpentLimit></termination>");
  }
}
