package dev.ordo.channel;

import dev.ordo.channel.DroppedFile.FileLine;
import dev.ordo.channel.DroppedFile.FileOrder;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
  private static final List<String> NEEDED = List.of("shop", "platformNo", "sku", "qty", "price");
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
    Sheets.Rows sheet = csv ? Sheets.csv(fileName, content) : Sheets.xlsx(fileName, content);
    checkColumns(sheet.headings());
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < sheet.rows().size(); i++) {
      Map<String, String> row = sheet.rows().get(i);
      groups
          .computeIfAbsent(
              text(row, "shop") + "\n" + text(row, "platformNo"), k -> new ArrayList<>())
          .add(i);
    }
    List<FileOrder> orders = new ArrayList<>();
    groups.values().forEach(indexes -> orders.add(order(sheet, indexes)));
    return new DroppedFile(csv ? "csv" : "xlsx", orders, List.of());
  }

  private static void checkColumns(Set<String> names) {
    List<Fault> faults = new ArrayList<>();
    for (String name : new TreeSet<>(names)) {
      if (!ORDER.contains(name) && !RECEIVER.contains(name) && !OTHER.contains(name)) {
        faults.add(
            new Fault("column", name, "No such column; known are those of the canonical order."));
      }
    }
    NEEDED.stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> faults.add(new Fault("column", name, "Add this column.")));
    if (!faults.isEmpty()) {
      throw new Refusal(faults);
    }
  }

  private static FileOrder order(Sheets.Rows sheet, List<Integer> indexes) {
    Map<String, String> head = sheet.rows().get(indexes.getFirst());
    Draft draft = Draft.of(text(head, "shop")).put("platformNo", text(head, "platformNo"));
    ORDER.stream().filter(c -> !text(head, c).isEmpty()).forEach(c -> draft.put(c, text(head, c)));
    draft.inside(
        "buyer", b -> b.put("id", text(head, "buyerId")).put("nick", text(head, "buyerNick")));
    draft.inside("receiver", r -> RECEIVER.forEach(c -> r.put(c, text(head, c))));
    BigDecimal goods = BigDecimal.ZERO;
    List<FileLine> lines = new ArrayList<>();
    for (int index : indexes) {
      Map<String, String> row = sheet.rows().get(index);
      BigDecimal amount = amount(row);
      goods = goods.add(amount);
      int no = lines.size() + 1;
      draft.add("lines", l -> line(l, row, no, amount));
      String subject = text(row, "platformNo") + " " + text(row, "sku");
      int number = sheet.numbers().get(index) - 1;
      lines.add(new FileLine(number, "ORDER_LINE", amount, subject, false));
    }
    BigDecimal total = goods.subtract(decimal(head, "discount")).add(decimal(head, "freight"));
    boolean paid = !text(head, "paidAt").isEmpty();
    draft
        .amount("goodsAmount", goods)
        .put("discount", given(head, "discount"))
        .put("freight", given(head, "freight"))
        .amount("total", total)
        .amount("paid", paid ? total : BigDecimal.ZERO);
    return new FileOrder(PlatformJson.write(draft.json()), text(head, "platformNo"), lines);
  }

  /**
   * What a cell says goes on as it stands: whether it is an amount the one strict reader judges.
   */
  private static void line(Draft line, Map<String, String> row, int no, BigDecimal amount) {
    line.put("lineNo", text(row, "lineNo").isEmpty() ? String.valueOf(no) : text(row, "lineNo"))
        .put("sku", text(row, "sku"))
        .put("name", text(row, "lineName"))
        .count("qty", tools.jackson.databind.node.StringNode.valueOf(text(row, "qty")))
        .put("price", text(row, "price"))
        .put("discount", given(row, "lineDiscount"))
        .amount("amount", amount)
        .put("presale", text(row, "presale").equalsIgnoreCase("true"));
    row.keySet().stream()
        .filter(c -> c.startsWith("column "))
        .forEach(c -> line.put(c, text(row, c)));
  }

  private static BigDecimal amount(Map<String, String> row) {
    return decimal(row, "price")
        .multiply(decimal(row, "qty"))
        .subtract(decimal(row, "lineDiscount"));
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "").strip();
  }

  private static String given(Map<String, String> row, String column) {
    String text = text(row, column);
    return text.isEmpty() ? "0" : text;
  }

  /** Zero for what is no decimal: its order is set aside anyway. */
  private static BigDecimal decimal(Map<String, String> row, String column) {
    return Decimals.parse(text(row, column)).orElse(BigDecimal.ZERO);
  }
}
