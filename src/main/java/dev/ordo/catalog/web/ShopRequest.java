package dev.ordo.catalog.web;

import dev.ordo.catalog.Shop;
import dev.ordo.catalog.ShopSecrets;
import dev.ordo.shared.Checks;
import dev.ordo.shared.ServiceLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A shop as it is sent, secrets included; what is left out takes its default. */
record ShopRequest(
    @Nullable String code,
    @Nullable String platform,
    @Nullable String name,
    @Nullable String mergeScope,
    @Nullable Integer mergeWindowMinutes,
    @Nullable String currency,
    @Nullable BigDecimal commissionRate,
    @Nullable BigDecimal promotionRate,
    @Nullable List<@Nullable String> deliveryMethods,
    @Nullable PullRequest pull,
    @Nullable Boolean active,
    @Nullable String serviceLevel) {
  private static final int A_DAY = 1_440;
  private static final int THREE_MINUTES = 180;
  private static final Pattern METHOD = Pattern.compile("[a-z][a-z0-9-]{0,29}");
  private static final Pattern URL =
      Pattern.compile("|https?://[A-Za-z0-9.-]{1,200}(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?");

  /** Where its orders are fetched and what proves us there. */
  record PullRequest(
      @Nullable String url,
      @Nullable Integer everySeconds,
      @Nullable String appKey,
      @Nullable String secret,
      @Nullable String token) {

    boolean hasSecrets() {
      return secret != null || token != null;
    }

    @Override
    public String toString() {
      return "PullRequest[%s]".formatted(url);
    }
  }

  /** A shop and its secrets; null keeps the secrets it has. */
  record Checked(Shop shop, @Nullable ShopSecrets secrets) {}

  Checked checked(String at, Checks checks) {
    String own = checks.code(at + ".code", code, 30);
    Shop shop =
        new Shop(
            own,
            checks.code(at + ".platform", platform, 30),
            checks.text(at + ".name", name, 100),
            mergeScope == null ? own : checks.code(at + ".mergeScope", mergeScope, 30),
            Duration.ofMinutes(
                mergeWindowMinutes == null
                    ? 0
                    : checks.number(at + ".mergeWindowMinutes", mergeWindowMinutes, 0, A_DAY)),
            Currencies.checked(at + ".currency", currency, checks),
            rate(at + ".commissionRate", commissionRate, checks),
            rate(at + ".promotionRate", promotionRate, checks),
            methods(at + ".deliveryMethods", checks),
            pull(at + ".pull", checks),
            active == null || active,
            checks.constant(
                at + ".serviceLevel", serviceLevel, ServiceLevel.class, ServiceLevel.STANDARD));
    return new Checked(shop, secrets(at + ".pull", checks));
  }

  private static BigDecimal rate(String field, @Nullable BigDecimal value, Checks checks) {
    return value == null ? BigDecimal.ZERO : checks.decimal(field, value, 6, "1");
  }

  private Set<String> methods(String field, Checks checks) {
    if (deliveryMethods == null) {
      return Set.of("express");
    }
    if (deliveryMethods.isEmpty() || deliveryMethods.size() > 12) {
      return checks.fault(field, deliveryMethods, "Give 1 to 12 methods.", Set.of());
    }
    Set<String> methods = new LinkedHashSet<>();
    for (String method : deliveryMethods) {
      methods.add(checks.like(field, method, METHOD, "Give words such as express or counter."));
    }
    return methods;
  }

  private Shop.Pull pull(String at, Checks checks) {
    PullRequest p = pull == null ? new PullRequest(null, null, null, null, null) : pull;
    return new Shop.Pull(
        checks.like(
            at + ".url",
            p.url == null ? "" : p.url,
            URL,
            "Give an http(s) address without query, or leave it out."),
        Duration.ofSeconds(
            p.everySeconds == null
                ? THREE_MINUTES
                : checks.number(at + ".everySeconds", p.everySeconds, 1, 86_400)),
        checks.optional(at + ".appKey", p.appKey, 100));
  }

  private @Nullable ShopSecrets secrets(String at, Checks checks) {
    if (pull == null || !pull.hasSecrets()) {
      return null;
    }
    return new ShopSecrets(
        secret(at + ".secret", pull.secret, checks), secret(at + ".token", pull.token, checks));
  }

  private static String secret(String field, @Nullable String value, Checks checks) {
    if (value != null && value.length() > 500) {
      return checks.fault(field, "***", "Give at most 500 characters.", "");
    }
    return value == null ? "" : value;
  }
}
