package dev.ordo.catalog;

import dev.ordo.shared.ServiceLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/**
 * A shop on a platform and how we deal with it.
 *
 * @param platform code of the platform's connector, such as TAOBAO
 * @param mergeScope orders of one scope may ship together; usually the shop's own code
 * @param mergeWindow how long a released order waits for others of its buyer; zero never merges
 * @param commissionRate share of the goods amount the platform keeps, 0 to 1
 * @param promotionRate share of the goods amount spent on promotion, 0 to 1
 * @param serviceLevel what is promised where the platform gives no time
 * @param deliveryMethods what its orders may ask for: express, counter ...
 */
public record Shop(
    String code,
    String platform,
    String name,
    String mergeScope,
    Duration mergeWindow,
    String currency,
    BigDecimal commissionRate,
    BigDecimal promotionRate,
    Set<String> deliveryMethods,
    Pull pull,
    boolean active,
    ServiceLevel serviceLevel) {

  /**
   * Where its orders are fetched.
   *
   * @param url base address of the platform, empty if orders are not pulled
   * @param every business time between two pulls
   * @param appKey who we are to the platform; the secrets are kept apart
   */
  public record Pull(String url, Duration every, String appKey) {
    public boolean wanted() {
      return !url.isEmpty();
    }
  }

  public Shop {
    deliveryMethods = Set.copyOf(deliveryMethods);
  }

  /** A shop that promises what most do. */
  public Shop(
      String code,
      String platform,
      String name,
      String mergeScope,
      Duration mergeWindow,
      String currency,
      BigDecimal commissionRate,
      BigDecimal promotionRate,
      Set<String> deliveryMethods,
      Pull pull,
      boolean active) {
    this(
        code,
        platform,
        name,
        mergeScope,
        mergeWindow,
        currency,
        commissionRate,
        promotionRate,
        deliveryMethods,
        pull,
        active,
        ServiceLevel.STANDARD);
  }

  /** The same with another promise. */
  public Shop promising(ServiceLevel level) {
    return new Shop(
        code,
        platform,
        name,
        mergeScope,
        mergeWindow,
        currency,
        commissionRate,
        promotionRate,
        deliveryMethods,
        pull,
        active,
        level);
  }
}
