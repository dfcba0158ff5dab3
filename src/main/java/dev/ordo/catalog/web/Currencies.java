package dev.ordo.catalog.web;

import dev.ordo.shared.Checks;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Currencies as they are sent: ISO 4217, CNY where none is named. */
final class Currencies {
  private Currencies() {}

  static String checked(String field, @Nullable String value, Checks checks) {
    if (value == null) {
      return "CNY";
    }
    return Currency.getAvailableCurrencies().stream()
            .anyMatch(currency -> currency.getCurrencyCode().equals(value))
        ? value
        : checks.fault(field, value, "Give an ISO 4217 code such as CNY.", "CNY");
  }
}
