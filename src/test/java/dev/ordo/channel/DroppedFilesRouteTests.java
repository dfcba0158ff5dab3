package dev.ordo.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.shared.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route of dropped files with the error policy of all routes, on a folder of its own. */
class DroppedFilesRouteTests {
  @TempDir private Path files;

  private final List<String> parked = new CopyOnWriteArrayList<>();

  /** Stands for the error policy's question whether somebody waits. */
  public static final class Nobody {
    public boolean hasCaller(Exchange exchange) {
      return false;
    }
  }

  /** Keeps the names of files that failed. */
  public final class Parking {
    public void park(Exchange exchange) {
      parked.add(exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class));
    }
  }

  /** Takes what is well and refuses the rest. */
  public static final class Taking {
    public void receive(byte[] content, @Header("CamelFileNameOnly") String name) {
      if (!name.equals("good.csv")) {
        throw new Refusal("file", name, "Mend it.");
      }
    }
  }

  @Test
  void everyFileIsTakenAndAFailedOneWaitsWhereItCanBeMended() throws Exception {
    Path inbox = Files.createDirectories(files.resolve("inbox"));
    Files.writeString(inbox.resolve("good.csv"), "good");
    Files.writeString(inbox.resolve("old.xls"), "bad");
    Files.writeString(inbox.resolve("empty.csv"), "");
    Files.writeString(inbox.resolve("growing.csv.part"), "not yet");
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      NotifyBuilder taken = new NotifyBuilder(camel).whenDone(3).create();
      run(camel);
      assertThat(taken.matches(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(names(inbox.resolve(".done"))).containsExactly("good.csv");
    assertThat(names(inbox.resolve(".failed"))).containsExactly("empty.csv", "old.xls");
    assertThat(parked).containsExactlyInAnyOrder("empty.csv", "old.xls");
    assertThat(inbox.resolve("growing.csv.part")).exists();
  }

  private void run(DefaultCamelContext camel) throws Exception {
    camel.getPropertiesComponent().setInitialProperties(settings());
    camel.getRegistry().bind("unattended", new Nobody());
    camel.getRegistry().bind("incidents", new Parking());
    camel.getRegistry().bind("inbox", new Taking());
    for (String name : List.of("error-policy", "channel-files")) {
      String file = name + ".camel.yaml";
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(ResourceHelper.fromString(file, Files.readString(Path.of("routes", file))));
    }
    camel.start();
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.setProperty("ordo.files", files.toString());
    return settings;
  }

  private static List<String> names(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
