package dev.ordo.channel;

import dev.ordo.channel.CanonicalOrder.Buyer;
import dev.ordo.channel.CanonicalOrder.Invoice;
import dev.ordo.channel.CanonicalOrder.Line;
import dev.ordo.channel.CanonicalOrder.Receiver;
import dev.ordo.channel.CanonicalOrder.Refund;
import dev.ordo.channel.CanonicalOrder.RefundStatus;
import dev.ordo.channel.CanonicalOrder.Status;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The strict way from JSON to {@link CanonicalOrder}; does by hand, fast and with remedies, what
 * the published schema says, and adds what a schema cannot: sums, known currency, unique lines.
 */
final class OrderReader {
  /** The longest JSON text of a single order that is read at all. */
  static final int LONGEST = 256 * 1024;

  /** Jackson that refuses what two readers could understand differently. */
  static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(20)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private OrderReader() {}

  static CanonicalOrder read(String json) {
    return read(tree(json, LONGEST));
  }

  /** Well-formed JSON of bearable size, or a refusal that names the place. */
  static JsonNode tree(String json, int longest) {
    if (json.length() > longest) {
      throw new Refusal("body", json.length() + " characters", "Send at most " + longest + ".");
    }
    try {
      return STRICT.readTree(json);
    } catch (JacksonException e) {
      var at = e.getLocation();
      String place =
          at == null ? "" : "line %d column %d".formatted(at.getLineNr(), at.getColumnNr());
      throw new Refusal("body", place, "Send well-formed JSON: " + plain(e.getOriginalMessage()));
    }
  }

  /** What Jackson says, without the names of its switches. */
  private static String plain(@Nullable String message) {
    String said = message == null ? "" : message;
    return said.contains("`") ? said.replaceFirst("\\s*\\([^()]*`.*", "") : said;
  }

  static CanonicalOrder read(JsonNode node) {
    List<Fault> faults = new ArrayList<>();
    ObjectReader reader = ObjectReader.of(node, faults);
    CanonicalOrder order = order(reader, digits(reader));
    reader.refuseUnknown();
    if (faults.isEmpty()) {
      faults.addAll(Consistency.faults(order));
    }
    if (!faults.isEmpty()) {
      throw new Refusal(faults);
    }
    return order;
  }

  private static CanonicalOrder order(ObjectReader r, int digits) {
    return new CanonicalOrder(
        r.code("shop", 20),
        r.code("platformNo", 64),
        r.oneOf("status", Status.class, Status.PAID),
        r.instant("createdAt"),
        r.optionalInstant("paidAt"),
        r.instant("modifiedAt"),
        currency(r),
        buyer(r.child("buyer")),
        receiver(r.child("receiver")),
        r.text("buyerRemark", 1000),
        r.text("sellerRemark", 1000),
        orElse(r.text("deliveryMethod", 20), "express"),
        orElse(r.text("paymentMethod", 16), "online"),
        r.requiredAmount("goodsAmount", digits),
        r.amount("discount", digits),
        r.amount("freight", digits),
        r.requiredAmount("total", digits),
        r.amount("paid", digits),
        r.list("lines", 1000, line -> line(line, digits)),
        r.list("refunds", 1000, refund -> refund(refund, digits)),
        invoice(r),
        r.texts("tags", 50, 64));
  }

  private static Buyer buyer(ObjectReader r) {
    Buyer buyer = new Buyer(r.text("id", 128), r.text("nick", 128));
    r.refuseUnknown();
    return buyer;
  }

  private static Receiver receiver(ObjectReader r) {
    Receiver receiver =
        new Receiver(
            r.text("name", 128),
            r.text("phone", 64),
            orElse(r.text("country", 40), "CN"),
            r.text("province", 64),
            r.text("city", 64),
            r.text("district", 64),
            r.text("town", 64),
            r.text("detail", 512),
            r.text("zip", 16),
            r.text("token", 200),
            r.flag("masked"));
    r.refuseUnknown();
    return receiver;
  }

  private static Line line(ObjectReader r, int digits) {
    return new Line(
        r.code("lineNo", 64),
        r.requiredText("sku", 64),
        r.text("name", 200),
        r.integer("qty", 1, 100_000),
        r.requiredAmount("price", digits),
        r.amount("discount", digits),
        r.requiredAmount("amount", digits),
        r.flag("presale"),
        r.optionalInstant("shipBy"));
  }

  private static Refund refund(ObjectReader r, int digits) {
    return new Refund(
        r.code("refundNo", 64),
        r.text("lineNo", 64),
        r.has("qty") ? r.integer("qty", 0, 100_000) : 0,
        r.requiredAmount("amount", digits),
        r.oneOf("status", RefundStatus.class, RefundStatus.REQUESTED));
  }

  private static @Nullable Invoice invoice(ObjectReader r) {
    if (!r.has("invoice")) {
      return null;
    }
    ObjectReader inner = r.child("invoice");
    Invoice invoice =
        new Invoice(
            inner.requiredText("title", 128), inner.text("taxNo", 32), inner.text("email", 128));
    inner.refuseUnknown();
    return invoice;
  }

  private static String currency(ObjectReader r) {
    String code = orElse(r.text("currency", 3), "CNY");
    if (unit(code) == null) {
      r.fault("currency", code, "Give an ISO 4217 code such as CNY.");
    }
    return code;
  }

  private static int digits(ObjectReader r) {
    Currency unit = r.has("currency") ? unit(r.text("currency", 3)) : unit("CNY");
    return unit == null ? 2 : unit.getDefaultFractionDigits();
  }

  private static @Nullable Currency unit(String code) {
    try {
      Currency unit = Currency.getInstance(code);
      return unit.getDefaultFractionDigits() < 0 ? null : unit;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String orElse(String value, String otherwise) {
    return value.isEmpty() ? otherwise : value;
  }
}
