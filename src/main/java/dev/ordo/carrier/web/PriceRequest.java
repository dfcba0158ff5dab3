package dev.ordo.carrier.web;

import dev.ordo.carrier.CarrierPrice;
import dev.ordo.shared.Checks;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row of a price list as it is sent; warehouse and province may be left out for all. */
record PriceRequest(
    @Nullable String carrier,
    @Nullable String warehouse,
    @Nullable String province,
    @Nullable Boolean served,
    @Nullable Integer firstWeightG,
    @Nullable BigDecimal firstPrice,
    @Nullable Integer stepWeightG,
    @Nullable BigDecimal stepPrice,
    @Nullable Integer days) {
  private static final String MOST = "100000";
  private static final Pattern PROVINCE = Pattern.compile("\\*|\\d{2}");

  CarrierPrice checked(String at, Checks checks) {
    String code = checks.code(at + ".carrier", carrier, 20);
    String from = warehouse == null ? CarrierPrice.ANY : warehouse;
    String to =
        checks.like(
            at + ".province",
            province == null ? CarrierPrice.ANY : province,
            PROVINCE,
            "Give the two digits of the province, or * for all others.");
    if (served != null && !served) {
      return new CarrierPrice(code, from, to, false, 0, BigDecimal.ZERO, 1, BigDecimal.ZERO, 0);
    }
    return new CarrierPrice(
        code,
        from.equals(CarrierPrice.ANY) ? from : checks.code(at + ".warehouse", from, 20),
        to,
        true,
        checks.number(at + ".firstWeightG", firstWeightG, 1, 1_000_000),
        checks.decimal(at + ".firstPrice", firstPrice, 4, MOST),
        checks.number(at + ".stepWeightG", stepWeightG, 1, 1_000_000),
        checks.decimal(at + ".stepPrice", stepPrice, 4, MOST),
        checks.number(at + ".days", days, 0, 60));
  }
}
