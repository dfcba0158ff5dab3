package dev.ordo.purchasing;

/**
 * What an article's stock needs, by the reorder-point method: order when free units plus units on
 * the way fall to demand during lead time plus safety stock; safety stock = service factor × daily
 * deviation × √lead time.
 *
 * @param daily expected units a day
 * @param daysToSafety days until free units fall below safety stock, 0 if they have
 * @param daysShort days without goods if nothing is bought today, within the lead time
 * @param qty units to buy today, 0 for none
 */
record Need(
    double daily, int safetyStock, int reorderPoint, int daysToSafety, int daysShort, int qty) {
  private static final int FOR_EVER = 999;

  static Need of(
      DailyDemand demand, Terms terms, int available, int onWay, PurchasingSettings settings) {
    double weight = settings.shortWeight();
    double daily = weight * demand.mean30() + (1 - weight) * demand.mean90();
    double spread = settings.serviceFactor() * demand.deviation();
    int safety = (int) Math.ceil(spread * Math.sqrt(terms.leadDays()));
    int reorder = (int) Math.ceil(daily * terms.leadDays()) + safety;
    int position = available + onWay;
    boolean due = daily > 0 && position <= reorder;
    int wanted = (int) Math.ceil(daily * (terms.leadDays() + settings.coverDays())) + safety;
    return new Need(
        daily,
        safety,
        reorder,
        days(available - safety, daily),
        daily == 0 ? 0 : Math.max(0, terms.leadDays() - days(position, daily)),
        due ? lot(wanted - position, terms) : 0);
  }

  private static int days(int units, double daily) {
    if (daily == 0) {
      return FOR_EVER;
    }
    return (int) Math.clamp(Math.floor(units / daily), 0, FOR_EVER);
  }

  /** At least the supplier's minimum, rounded up to whole packs. */
  private static int lot(int units, Terms terms) {
    int least = Math.max(units, terms.moq());
    return (least + terms.packSize() - 1) / terms.packSize() * terms.packSize();
  }
}
