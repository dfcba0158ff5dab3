package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The 5,000 Olist orders through the real intake, where the data is present. */
class OlistReplayTests extends RunningServer {
  @Test
  void everyLineEndsAsOrderRefundOrExplainedIncident() {
    assumeTrue(OlistReplay.isPresent(OlistReplay.FOLDER), OlistReplay.absent(OlistReplay.FOLDER));

    OlistReplay.Report report =
        new OlistReplay("http://localhost:" + port, KEY, OlistReplay.FOLDER).run();

    OlistReplay.print(report, System.out);
    assertThat(report.sent()).isEqualTo(5_000);
    assertThat(report.sourceRows()).isEqualTo(5_637);
    assertThat(report.source()).isEqualByComparingTo("789400.49");
    assertThat(report.worth()).isEqualByComparingTo(report.source());
    assertThat(report.ordered().add(report.aside())).isEqualByComparingTo(report.source());
    assertThat(report.taken()).as("34 without goods, 24 paid more or less").isEqualTo(4_942);
    assertThat(Objects.requireNonNull(report.fates().get("REFUND")).lines()).isEqualTo(15);
    assertThat(report.aside()).isGreaterThan(BigDecimal.ZERO);
    assertThat(report.balances()).isTrue();
  }
}
