package dev.ordo.inventory.web;

import dev.ordo.access.People;
import dev.ordo.inventory.Receipt;
import dev.ordo.inventory.Stock;
import dev.ordo.inventory.StockKey;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Books arrivals that other systems report; a receipt line that is known is not booked again. */
@RestController
class ReceiptController {
  private static final int MOST = 5_000;

  /** An arrival as it is sent. */
  record ReceiptRequest(
      @Nullable String receiptNo,
      @Nullable String lineNo,
      @Nullable String warehouse,
      @Nullable String sku,
      @Nullable String location,
      @Nullable Integer qty,
      @Nullable BigDecimal unitCost) {

    Receipt checked(String at, List<Fault> faults) {
      int units = Objects.requireNonNullElse(qty, 0);
      BigDecimal cost = Objects.requireNonNullElse(unitCost, BigDecimal.ONE.negate());
      if (units < 1 || units > 1_000_000) {
        faults.add(new Fault(at + ".qty", String.valueOf(qty), "Give 1 to 1000000 units."));
      }
      if (cost.signum() < 0 || cost.scale() > 6) {
        faults.add(
            new Fault(
                at + ".unitCost", String.valueOf(unitCost), "Give 0 or more, at most six places."));
      }
      return new Receipt(
          given(at + ".receiptNo", receiptNo, faults),
          given(at + ".lineNo", lineNo, faults),
          StockKey.of(given(at + ".warehouse", warehouse, faults), given(at + ".sku", sku, faults)),
          given(at + ".location", location, faults),
          units,
          cost);
    }

    private static String given(String field, @Nullable String value, List<Fault> faults) {
      if (value == null || !value.matches("[A-Za-z0-9._-]{1,40}")) {
        faults.add(
            new Fault(
                field, String.valueOf(value), "Give 1 to 40 letters, digits, dots or dashes."));
        return "";
      }
      return value;
    }
  }

  record Taken(int taken) {}

  private final Stock stock;
  private final People people;

  ReceiptController(Stock stock, People people) {
    this.stock = stock;
    this.people = people;
  }

  @PutMapping("/api/receipts")
  @PreAuthorize("hasAnyRole('INTEGRATION', 'WAREHOUSE', 'PURCHASER')")
  @Transactional
  public Taken put(@RequestBody List<ReceiptRequest> requests) {
    if (requests.isEmpty() || requests.size() > MOST) {
      throw new Refusal("body", requests.size(), "Send 1 to " + MOST + " lines.");
    }
    List<Fault> faults = new ArrayList<>();
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      receipts.add(requests.get(i).checked("[" + i + "]", faults));
    }
    if (!faults.isEmpty()) {
      throw new Refusal(faults.stream().limit(20).toList());
    }
    stock.receive(receipts);
    people.did("GOODS_RECEIVED", "RECEIPT", 0, "ROWS " + receipts.size());
    return new Taken(receipts.size());
  }
}
