package dev.ordo.channel;

import dev.ordo.channel.DroppedFile.FileLine;
import dev.ordo.channel.DroppedFile.FileOrder;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A CSV or XLSX file in canonical columns: one row per order line, the order's own columns
 * repeated. Amounts of lines and orders are worked out from quantity, price and discounts.
 */
@Component
@Order(30)
class SheetProfile implements FileProfile {
  private static final Set<String> ORDER =
      Set.of(
          "status",
          "createdAt",
          "paidAt",
          "modifiedAt",
          "currency",
          "buyerRemark",
          "sellerRemark",
          "deliveryMethod",
          "paymentMethod");
  private static final Set<String> RECEIVER =
      Set.of(
          "name",
          "phone",
          "country",
          "province",
          "city",
          "district",
          "town",
          "detail",
          "zip",
          "token");
  private static final Set<String> OTHER =
      Set.of(
          "shop",
          "platformNo",
          "buyerId",
          "buyerNick",
          "freight",
          "discount",
          "lineNo",
          "sku",
          "lineName",
          "qty",
          "price",
          "lineDiscount",
          "presale");

  @Override
  public boolean reads(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".xlsx");
  }

  @Override
  public DroppedFile read(String fileName, byte[] content) {
    boolean csv = fileName.toLowerCase(Locale.ROOT).endsWith(".csv");
    List<Map<String, String>> rows = csv ? Sheets.csv(content) : Sheets.xlsx(content);
    if (!rows.isEmpty()) {
      checkColumns(rows.getFirst().keySet());
    }
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      String key = row.getOrDefault("shop", "") + "\n" + row.getOrDefault("platformNo", "");
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
    }
    List<FileOrder> orders = new ArrayList<>();
    groups.values().forEach(indexes -> orders.add(order(rows, indexes)));
    return new DroppedFile(csv ? "csv" : "xlsx", orders, List.of());
  }

  private static void checkColumns(Set<String> names) {
    for (String name : names) {
      if (!ORDER.contains(name) && !RECEIVER.contains(name) && !OTHER.contains(name)) {
        throw new Refusal(
            "column", name, "No such column; known are those of the canonical order.");
      }
    }
  }

  private static FileOrder order(List<Map<String, String>> rows, List<Integer> indexes) {
    Map<String, String> head = rows.get(indexes.getFirst());
    Draft draft = Draft.of(text(head, "shop")).put("platformNo", text(head, "platformNo"));
    ORDER.stream().filter(c -> !text(head, c).isEmpty()).forEach(c -> draft.put(c, text(head, c)));
    draft.inside(
        "buyer", b -> b.put("id", text(head, "buyerId")).put("nick", text(head, "buyerNick")));
    draft.inside("receiver", r -> RECEIVER.forEach(c -> r.put(c, text(head, c))));
    BigDecimal goods = BigDecimal.ZERO;
    List<FileLine> lines = new ArrayList<>();
    for (int index : indexes) {
      Map<String, String> row = rows.get(index);
      BigDecimal amount = amount(row);
      goods = goods.add(amount);
      int no = lines.size() + 1;
      draft.add("lines", l -> line(l, row, no, amount));
      String subject = text(row, "platformNo") + " " + text(row, "sku");
      lines.add(new FileLine(index + 1, "ORDER_LINE", amount, subject, false));
    }
    BigDecimal discount = decimal(head, "discount");
    BigDecimal freight = decimal(head, "freight");
    BigDecimal total = goods.subtract(discount).add(freight);
    boolean paid = !text(head, "paidAt").isEmpty();
    draft
        .amount("goodsAmount", goods)
        .amount("discount", discount)
        .amount("freight", freight)
        .amount("total", total)
        .amount("paid", paid ? total : BigDecimal.ZERO);
    return new FileOrder(PlatformJson.write(draft.json()), text(head, "platformNo"), lines);
  }

  private static void line(Draft line, Map<String, String> row, int no, BigDecimal amount) {
    line.put("lineNo", text(row, "lineNo").isEmpty() ? String.valueOf(no) : text(row, "lineNo"))
        .put("sku", text(row, "sku"))
        .put("name", text(row, "lineName"))
        .count("qty", tools.jackson.databind.node.StringNode.valueOf(text(row, "qty")))
        .amount("price", decimal(row, "price"))
        .amount("discount", decimal(row, "lineDiscount"))
        .amount("amount", amount)
        .put("presale", text(row, "presale").equalsIgnoreCase("true"));
  }

  private static BigDecimal amount(Map<String, String> row) {
    return decimal(row, "price")
        .multiply(decimal(row, "qty"))
        .subtract(decimal(row, "lineDiscount"));
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "").strip();
  }

  private static BigDecimal decimal(Map<String, String> row, String column) {
    String text = text(row, column);
    try {
      return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new Refusal(column, text, "Give a decimal such as 12.50.");
    }
  }
}
