package dev.ordo.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ordo.carrier.CarrierProtocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StateMappingTests {
  /** Real parcel histories; not ours to ship, so the test runs where they are present. */
  private static final Path REAL = Path.of("../shared/data/tracking/cn_dev_T001-T009.json");

  private final StateMapping mapping = new StateMapping();

  @ParameterizedTest
  @CsvSource({
    "SF,50,已收取快件,COLLECTED",
    "SF,80,已签收,DELIVERED",
    "SF,44,正在派送途中，请您准备签收,OUT_FOR_DELIVERY",
    "SF,33,快件派送不成功，待再次派送,FAILED",
    "SF,33,收方拒收,REFUSED",
    "ZTO,签收,快件已在网点签收,DELIVERED",
    "ZTO,问题件,客户拒收此件,REFUSED",
    "YTO,INBOUND,,AWAITING_PICKUP",
    "JD,10033,,ARRIVED_DEST",
    "EMS,711,退回妥投,RETURNED",
    "EMS,705,未妥投,FAILED"
  })
  void codesAndWhereTheySayTooLittleWordsGiveTheState(
      String protocol, String code, String text, TraceState state) {
    assertThat(mapping.state(protocol, code, text == null ? "" : text)).contains(state);
  }

  @Test
  void whatIsUnknownIsLeftOpen() {
    assertThat(mapping.state("SF", "9999", "hello")).isEmpty();
  }

  static Stream<JsonNode> real() throws java.io.IOException {
    return Files.exists(REAL)
        ? JsonMapper.shared().readTree(Files.readString(REAL)).values().stream()
        : Stream.of(JsonMapper.shared().createObjectNode());
  }

  @ParameterizedTest
  @MethodSource("real")
  void realHistoriesEndWhereTheirParcelsDid(JsonNode history) {
    assumeTrue(history.has("events"), "The real histories are not here.");
    List<TraceEvent> scans = new ArrayList<>();
    for (JsonNode event : history.get("events")) {
      String text = event.get("text").stringValue();
      TraceState state = mapping.state("", "", text).orElse(null);
      assertThat(state).as(text).isNotNull();
      scans.add(new TraceEvent(1, at(event), state, true, "", text, ""));
    }
    Trace trace = Trace.begun(1, 1, "X", "1", "31", "", Instant.EPOCH).of(scans.reversed());
    boolean signed = history.get("derived").get("last_event_is_signed").booleanValue();
    assertThat(trace.state() == TraceState.DELIVERED).isEqualTo(signed);
    int failed = history.get("derived").get("failed_or_problem_events").intValue();
    assertThat(trace.failures()).isEqualTo(failed);
  }

  private static Instant at(JsonNode event) {
    return LocalDateTime.parse(
            event.get("time").stringValue(), DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"))
        .atZone(CarrierProtocol.BEIJING)
        .toInstant();
  }
}
