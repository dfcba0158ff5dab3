package dev.ordo.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts and figures for the carrier protocol tests. */
public final class CarrierVectors {
  public static final CarrierCall.Party SENDER =
      new CarrierCall.Party("仓库", "02155556666", "上海市", "上海市", "嘉定区", "物流路1号");
  public static final CarrierCall.Party RECEIVER =
      new CarrierCall.Party("张三", "13800001234", "广东省", "深圳市", "南山区", "科技路2号 3-401");

  private CarrierVectors() {}

  /** What the carrier's own document or SDK says about one signature. */
  public static JsonNode of(String id) {
    try (InputStream facts = CarrierVectors.class.getResourceAsStream("/carrier/signatures.json")) {
      return JsonMapper.shared().readTree(facts).get("vectors").values().stream()
          .filter(v -> v.get("id").stringValue().equals(id))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Carrier carrier(String protocol) {
    return new Carrier(
        protocol,
        protocol + " Express",
        protocol,
        "7551234567",
        protocol.toLowerCase(java.util.Locale.ROOT),
        LocalTime.of(18, 0),
        6000,
        30_000,
        true,
        Set.of(),
        true);
  }

  public static CarrierCall.RequestWaybill request(String protocol) {
    return new CarrierCall.RequestWaybill(
        carrier(protocol),
        "0P1",
        SENDER,
        RECEIVER,
        List.of(new CarrierCall.Goods("杯子", 2)),
        1250,
        BigDecimal.ZERO);
  }
}
