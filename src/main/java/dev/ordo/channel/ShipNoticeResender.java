package dev.ordo.channel;

import dev.ordo.catalog.Shops;
import dev.ordo.journey.Resender;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tells a shop once more of a shipment it refused to hear of. */
@Component
class ShipNoticeResender implements Resender {
  private final Shops shops;
  private final ObjectProvider<Platforms> platforms;

  ShipNoticeResender(Shops shops, ObjectProvider<Platforms> platforms) {
    this.shops = shops;
    this.platforms = platforms;
  }

  /** What an incident keeps. */
  static String payload(String shop, ShipNotice notice) {
    return PlatformJson.write(
        Map.of(
            "shop", shop,
            "platformNo", notice.platformNo(),
            "carrier", notice.carrier(),
            "waybillNo", notice.waybillNo(),
            "lineNos", notice.lineNos(),
            "whole", notice.whole()));
  }

  @Override
  public String source() {
    return ShipNotices.SOURCE;
  }

  @Override
  public void resend(String payload) {
    JsonNode kept = OrderReader.tree(payload, OrderReader.LONGEST);
    List<String> lines =
        kept.path("lineNos").values().stream().map(line -> line.asString("")).toList();
    ShipNotice notice =
        new ShipNotice(
            kept.path("platformNo").asString(""),
            kept.path("carrier").asString(""),
            kept.path("waybillNo").asString(""),
            lines,
            kept.path("whole").asBoolean(true));
    Answer answer = platforms.getObject().ship(shops.shop(kept.path("shop").asString("")), notice);
    switch (answer) {
      case Answer.Done done -> {}
      case Answer.Later later ->
          throw new Refusal("shop", later.reason(), "The shop is not there: resend it later.");
      case Answer.Refused refused ->
          throw new Refusal(
              "ship",
              refused.code() + " " + refused.reason(),
              "The shop refuses it still: was the order refunded or closed?");
    }
  }
}
