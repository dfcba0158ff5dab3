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
    JsonNode root = OrderReader.tree(Sheets.utf8(content), LONGEST);
    List<FileOrder> orders = new ArrayList<>();
    for (JsonNode order : root.isArray() ? root.values() : List.of(root)) {
      int number = orders.size() + 1;
      String no = order.path("platformNo").asString("");
      BigDecimal total = decimal(order.path("total").asString(""));
      FileLine line = new FileLine(number, "ORDER_LINE", total, no, false);
      orders.add(new FileOrder(OrderReader.STRICT.writeValueAsString(order), no, List.of(line)));
    }
    return new DroppedFile("json", orders, List.of());
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }
}
