package dev.ordo.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import tools.jackson.databind.JsonNode;

/** Plays China Post: the content is encrypted, and only who has the key can read it. */
final class EmsDoor implements Door {
  static final String KEY = "demo-ems";

  /** Sixteen bytes in Base64. */
  static final String SECRET = "ZGVtby1zZWNyZXQtZW1zIQ==";

  private final Depot depot;

  EmsDoor(Depot depot) {
    this.depot = depot;
  }

  @Override
  public String path() {
    return "ems";
  }

  @Override
  public Object answer(Ask ask) {
    Map<String, String> p = ask.parameters();
    String content = opened(p.getOrDefault("logitcsInterface", ""));
    if (!content.endsWith(SECRET)) {
      return no("B00102", "报文解密失败");
    }
    JsonNode q = Wire.JSON.readTree(content.substring(0, content.length() - SECRET.length()));
    return switch (p.getOrDefault("apiCode", "")) {
      case "020003" -> create(q);
      case "020006" ->
          depot.cancel("EMS", q.path("waybillNo").asString(""))
              ? yes(Map.of())
              : no("B00203", "已收寄");
      case "020007" ->
          depot.intercept(q.path("waybillNo").asString("")) ? yes(Map.of()) : no("B00204", "已投递");
      case "040001" -> trace(q.path("waybillNo").asString(""));
      default -> no("B00101", "接口不存在");
    };
  }

  private static String opened(String text) {
    try {
      byte[] cipher = Base64.getDecoder().decode(text.replace("|$4|", ""));
      var sm4 = new PaddedBufferedBlockCipher(new SM4Engine());
      sm4.init(false, new KeyParameter(Base64.getDecoder().decode(SECRET)));
      byte[] plain = new byte[sm4.getOutputSize(cipher.length)];
      int written = sm4.processBytes(cipher, 0, cipher.length, plain, 0);
      written += sm4.doFinal(plain, written);
      return new String(Arrays.copyOf(plain, written), UTF_8);
    } catch (InvalidCipherTextException | IllegalArgumentException e) {
      return "";
    }
  }

  private Object create(JsonNode q) {
    String orderNo = q.path("logisticsOrderNo").asString("");
    JsonNode to = q.path("receiver");
    String place = to.path("prov").asString("") + to.path("city").asString("");
    JsonNode by = q.path("sender");
    String origin = by.path("prov").asString("") + by.path("city").asString("");
    Parcel parcel = depot.waybill("EMS", "12", orderNo, origin, place);
    return yes(
        Map.of(
            "waybillNo", parcel.waybill(),
            "routeCode", Depot.route(parcel.place()),
            "packageCodeName", parcel.place() + "集散"));
  }

  private Object trace(String waybill) {
    List<Object> rows = new ArrayList<>();
    for (Parcel.Seen scan : depot.scans(waybill)) {
      rows.add(
          Map.of(
              "waybillNo", waybill,
              "opTime", Yuan.time(scan.at()),
              "opCode", code(scan.leg()),
              "opDesc", scan.leg().text,
              "opOrgCity", scan.place()));
    }
    return yes(Map.of("responseItems", rows));
  }

  private static String code(Parcel.Leg leg) {
    return switch (leg) {
      case COLLECTED -> "203";
      case DEPARTED -> "305";
      case ARRIVED -> "713";
      case OUT -> "702";
      case FAILED -> "705";
      case DELIVERED -> "704";
    };
  }

  private static Object yes(Object body) {
    return Map.of(
        "retCode", "00000", "retMsg", "成功", "retBody", Wire.JSON.writeValueAsString(body));
  }

  private static Object no(String code, String message) {
    return Map.of("retCode", code, "retMsg", message, "retBody", "");
  }
}
