package dev.ordo.carrier.web;

import dev.ordo.carrier.Carrier;
import dev.ordo.shared.Checks;
import dev.ordo.shared.ServiceLevel;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A carrier as it is sent; in use unless said otherwise. */
record CarrierRequest(
    @Nullable String code,
    @Nullable String name,
    @Nullable String protocol,
    @Nullable String account,
    @Nullable String credentialsRef,
    @Nullable String cutoff,
    @Nullable Integer volumetricDivisor,
    @Nullable Integer maxWeightG,
    @Nullable Boolean cod,
    @Nullable List<String> refusedGoods,
    @Nullable Boolean active,
    @Nullable String serviceLevel) {
  private static final Pattern REF = Pattern.compile("[a-z0-9-]{1,60}");

  Carrier checked(String at, Checks checks) {
    return new Carrier(
        checks.code(at + ".code", code, 20),
        checks.text(at + ".name", name, 60),
        checks.code(at + ".protocol", protocol, 20),
        checks.optional(at + ".account", account, 60),
        checks.like(
            at + ".credentialsRef",
            credentialsRef,
            REF,
            "Give the name of the credentials in the settings: a-z, 0-9, dash."),
        time(at + ".cutoff", checks),
        checks.number(at + ".volumetricDivisor", volumetricDivisor, 1, 100_000),
        checks.number(at + ".maxWeightG", maxWeightG, 1, 1_000_000),
        cod != null && cod,
        refusedGoods == null ? Set.of() : Set.copyOf(refusedGoods),
        active == null || active,
        checks.constant(
            at + ".serviceLevel", serviceLevel, ServiceLevel.class, ServiceLevel.STANDARD));
  }

  private LocalTime time(String field, Checks checks) {
    try {
      return LocalTime.parse(String.valueOf(cutoff));
    } catch (DateTimeParseException e) {
      return checks.fault(field, cutoff, "Give a local time such as 18:00.", LocalTime.NOON);
    }
  }
}
