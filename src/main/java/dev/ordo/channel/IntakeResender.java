package dev.ordo.channel;

import dev.ordo.journey.Resender;
import dev.ordo.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes an order that was set aside once more, as it came or as a person mended it. */
@Component
class IntakeResender implements Resender {
  private final ObjectProvider<Intake> intake;

  IntakeResender(ObjectProvider<Intake> intake) {
    this.intake = intake;
  }

  /** What an incident keeps: the order as JSON to be edited, and whose form it is. */
  static String payload(RawOrder raw) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("platform", raw.platform());
    kept.put("shop", raw.shop());
    kept.put("order", jsonOrText(raw.payload()));
    return PlatformJson.write(kept);
  }

  private static Object jsonOrText(String payload) {
    try {
      return OrderReader.tree(payload, OrderReader.LONGEST);
    } catch (Refusal e) {
      return payload;
    }
  }

  @Override
  public String source() {
    return Intake.SOURCE;
  }

  @Override
  public void resend(String payload) {
    JsonNode kept = OrderReader.tree(payload, 2 * OrderReader.LONGEST);
    JsonNode order = kept.path("order");
    intake
        .getObject()
        .takeOne(
            new RawOrder(
                kept.path("platform").asString(""),
                kept.path("shop").asString(""),
                order.isString() ? order.stringValue() : PlatformJson.write(order)));
  }
}
