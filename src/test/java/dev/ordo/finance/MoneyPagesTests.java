package dev.ordo.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.RunningServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MoneyPagesTests extends RunningServer {
  @Autowired Ledger ledger;

  private HttpResponse<String> page(String login, String path) {
    String basic =
        Base64.getEncoder().encodeToString((login + ":ordo").getBytes(StandardCharsets.UTF_8));
    return send(HttpRequest.newBuilder(at(path)).header("Authorization", "Basic " + basic).GET());
  }

  private void shows(String path, String text) {
    HttpResponse<String> answer = page("admin", path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.body()).contains(text).doesNotContain("??");
  }

  @Test
  void pagesShowProfitLedgerCustomersAndBlockList() {
    var about = new Voucher.About(77, 78, "TB1", "=SKU-1", "44");
    var day = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    ledger.post(
        List.of(
            new Voucher(
                "test:pages",
                "SALE",
                day,
                "CNY",
                "",
                List.of(
                    Voucher.Line.debit(Account.RECEIVABLE, java.math.BigDecimal.TEN, about),
                    Voucher.Line.credit(Account.REVENUE, java.math.BigDecimal.TEN, about)))));
    for (Profits.By by : Profits.By.values()) {
      shows("/finance/profit?lang=zh&by=" + by, "毛利");
    }
    shows("/finance/profit?lang=en&by=PROVINCE", "广东省");
    shows("/finance/profit.csv?by=SKU", "\"'=SKU-1\",10.00");
    shows("/finance/ledger?account=6001", "10.00");
    shows("/customers", "Ordo");
    shows("/block-list", "Ordo");
    shows("/replenishment", "Ordo");
    shows("/", "Ordo");
    assertThat(get("/api/ledger?order=2D").body()).contains("\"order\":\"2D\"");
    assertThat(get("/api/profit?by=SHOP").body()).contains("TB1");
    assertThat(page("viewer", "/finance/profit").statusCode()).isEqualTo(403);
  }
}
