package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.rules.ShippedRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The build of the rules' owners asks what their change would do to the orders of a real server.
 */
class LiveBacktestTests extends ChangingOrders {
  @TempDir Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void copy() throws IOException {
    for (var file : ShippedRules.sources("audit").files().keySet()) {
      Path to = directory.resolve("rules/audit").resolve(file);
      Files.createDirectories(to.getParent());
      Files.write(to, ShippedRules.sources("audit").bytes(file));
    }
    arrive(company.order("TB1", "live-" + said.hashCode()).line("MUG", 1, "30.00"));
    stages.runDue();
  }

  @Test
  void theSameRulesChangeNothing() {
    assertThat(run("0")).isZero();
    assertThat(said()).containsPattern("audit: [1-9]\\d* decisions, 0 changed");
  }

  @Test
  void aStricterRuleIsToldWithItsMoneyAndFailsTheBuild() throws IOException {
    edit("detailLength < 4", "detailLength < 400");

    assertThat(run("10")).isEqualTo(1);
    assertThat(said())
        .contains("PASS -> HOLD ADDRESS_TOO_SHORT")
        .containsPattern("shop TB1: \\d+ of \\d+ changed, \\d+\\.\\d\\d")
        .containsPattern("straight through \\d+.\\d\\d % -> 0.00 %");
  }

  @Test
  void brokenRulesAndWrongKeysAreNamed() throws IOException {
    edit("detailLength < 4", "detailLengt < 4");

    assertThat(run("10")).isNotZero();
    assertThat(said()).contains("detailLengt");
  }

  private int run(String most) {
    return new RulesCommand(
            Map.of("ORDO_URL", "http://localhost:" + port, "ORDO_API_KEY", RunningServer.KEY),
            List.of("backtest", directory.resolve("rules").toString(), "server", most),
            new PrintStream(said, true, StandardCharsets.UTF_8))
        .run();
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private void edit(String from, String to) throws IOException {
    Path file = directory.resolve("rules/audit/address.drl");
    Files.writeString(file, Files.readString(file).replace(from, to));
  }
}
