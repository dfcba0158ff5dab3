package dev.ordo.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ordo.shared.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderReaderTests {
  static final String GOOD =
      """
      {"shop": "TB1", "platformNo": "2601234567890123456", "status": "PAID",
       "createdAt": "2026-06-18T09:30:00+08:00", "paidAt": "2026-06-18T09:31:00+08:00",
       "modifiedAt": "2026-06-18T09:31:02+08:00", "currency": "CNY",
       "buyer": {"id": "AAEx", "nick": "小明"},
       "receiver": {"name": "张三", "phone": "13800000000", "province": "浙江省", "city": "杭州市",
         "district": "西湖区", "detail": "文三路 1 号 🏠"},
       "buyerRemark": "请快点", "deliveryMethod": "express", "paymentMethod": "online",
       "goodsAmount": "59.70", "discount": 5, "freight": "8.00", "total": "62.70", "paid": 62.7,
       "lines": [{"lineNo": "1", "sku": "A-1", "name": "茶杯", "qty": 3, "price": "19.90",
         "amount": "59.70"}],
       "refunds": [{"refundNo": "R1", "lineNo": "1", "amount": "1.00"}],
       "invoice": {"title": "某公司"}, "tags": ["vip"]}
      """;

  private final Schema schema = schema();

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(Path.of("docs/schema/order.schema.json")), InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void readsACompleteOrder() {
    CanonicalOrder order = OrderReader.read(GOOD);
    assertThat(order.modifiedAt()).isEqualTo(Instant.parse("2026-06-18T01:31:02Z"));
    assertThat(order.lines()).singleElement().extracting("qty").isEqualTo(3);
    assertThat(order.paid()).isEqualByComparingTo("62.70");
    assertThat(order.receiver().country()).isEqualTo("CN");
    assertThat(order.refunds().getFirst().status())
        .isEqualTo(CanonicalOrder.RefundStatus.REQUESTED);
    assertThat(schema.validate(GOOD, InputFormat.JSON)).isEmpty();
  }

  /** Each row changes the good order in one place and names the field the answer must blame. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"shop\": \"TB1\",| |shop|schema",
        "\"qty\": 3|\"qty\": -3|lines[0].qty|schema",
        "\"qty\": 3|\"qty\": 999999999|lines[0].qty|schema",
        "\"qty\": 3|\"qty\": 2.5|lines[0].qty|schema",
        "\"qty\": 3|\"qty\": \"3\"|lines[0].qty|schema",
        "\"PAID\"|\"PAYED\"|status|schema",
        "2026-06-18T09:30:00+08:00|2026-06-18 09:30:00|createdAt|schema",
        "2026-06-18T09:30:00+08:00|2026-02-31T09:30:00+08:00|createdAt|reader",
        "\"19.90\"|\"-19.90\"|lines[0].price|schema",
        "\"19.90\"|1e9|lines[0].price|schema",
        "\"19.90\"|1e-99999999|lines[0].price|reader",
        "\"19.90\"|\"1e-99999999\"|lines[0].price|schema",
        "\"59.70\", \"discount\"|1e99999999, \"discount\"|goodsAmount|schema",
        "\"19.90\"|\"19,90\"|lines[0].price|schema",
        "\"19.90\"|19.905|lines[0].price|reader",
        "\"amount\": \"59.70\"|\"amount\": \"59.69\"|lines[0].amount|reader",
        "\"total\": \"62.70\"|\"total\": \"62.71\"|total|reader",
        "\"paid\": 62.7|\"paid\": 60|paid|reader",
        "\"CNY\"|\"RMB\"|currency|reader",
        "\"online\"|\"barter\"|paymentMethod|schema",
        "\"buyerRemark\"|\"buyerRemarks\"|buyerRemarks|schema",
        "\"lineNo\": \"1\", \"amount\"|\"lineNo\": \"7\", \"amount\"|refunds.lineNo|reader",
        "\"2601234567890123456\"|2601234567890123456|platformNo|schema",
        "\"2601234567890123456\"|\"26 01'--\"|platformNo|schema",
        "请快点|a\\u202Eb|buyerRemark|reader",
        "请快点|a\\u0000b|buyerRemark|reader",
        "张三|\\uD83D|receiver.name|reader",
        "[\"vip\"]|\"vip\"|tags|schema",
      })
  void refusesAndNamesTheField(String from, String to, String field, String by) {
    String bad = GOOD.replace(from, to == null ? "" : to);
    assertThat(bad).isNotEqualTo(GOOD);
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> OrderReader.read(bad));
    assertThat(refusal.faults()).extracting(Refusal.Fault::field).contains(field);
    assertThat(schema.validate(bad, InputFormat.JSON).isEmpty()).isEqualTo(by.equals("reader"));
  }

  @Test
  void collectsAllFaultsAtOnce() {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> OrderReader.read("{\"lines\": [{}, 5]}"));
    assertThat(refusal.faults())
        .extracting(Refusal.Fault::field)
        .contains("shop", "platformNo", "createdAt", "lines[0].sku", "lines[1].");
  }

  @Test
  void refusesWhatIsNotOneWellFormedDocument() {
    List<String> bodies =
        List.of(
            "",
            "{",
            "[]",
            "null",
            GOOD + GOOD,
            "{\"shop\":\"a\",\"shop\":\"b\"}",
            "[".repeat(5000),
            "{\"shop\": " + "9".repeat(5000) + "}",
            "x".repeat(10_000_000));
    for (String body : bodies) {
      assertThat(catchThrowableOfType(Refusal.class, () -> OrderReader.read(body))).isNotNull();
    }
  }
}
