package dev.ordo.channel;

import dev.ordo.channel.DroppedFile.FileLine;
import dev.ordo.channel.DroppedFile.FileOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A JSON file: one canonical order or a list of them. */
@Component
@Order(20)
class JsonProfile implements FileProfile {
  private static final int LONGEST = 32 * 1024 * 1024;

  @Override
  public boolean reads(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".json");
  }

  @Override
  public DroppedFile read(String fileName, byte[] content) {
    JsonNode root = OrderReader.tree(Sheets.utf8(fileName, content), LONGEST);
    List<FileOrder> orders = new ArrayList<>();
    for (JsonNode order : root.isArray() ? root.values() : List.of(root)) {
      int number = orders.size() + 1;
      String no = order.path("platformNo").asString("");
      orders.add(
          new FileOrder(
              OrderReader.STRICT.writeValueAsString(order), no, lines(order, no, number)));
    }
    return new DroppedFile("json", orders, List.of());
  }

  /** What an order is made of; one that says nothing of it counts as a line by itself. */
  private static List<FileLine> lines(JsonNode order, String no, int number) {
    List<FileLine> lines = new ArrayList<>();
    for (JsonNode line : order.path("lines").values()) {
      String subject = no + " " + line.path("sku").asString("");
      lines.add(new FileLine(number, "ORDER_LINE", amount(line, "amount"), subject, false));
    }
    if (lines.isEmpty()) {
      lines.add(new FileLine(number, "ORDER_LINE", amount(order, "goodsAmount"), no, false));
    }
    part(lines, "FREIGHT", amount(order, "freight"), no, number);
    part(lines, "DISCOUNT", amount(order, "discount").negate(), no, number);
    for (JsonNode refund : order.path("refunds").values()) {
      part(lines, "REFUND", amount(refund, "amount").negate(), no, number);
    }
    return lines;
  }

  private static void part(
      List<FileLine> lines, String kind, BigDecimal amount, String no, int number) {
    if (amount.signum() != 0) {
      lines.add(new FileLine(number, kind, amount, no, false));
    }
  }

  private static BigDecimal amount(JsonNode node, String field) {
    return Decimals.parse(node.path(field).asString("")).orElse(BigDecimal.ZERO);
  }
}
