package dev.ordo.channel;

/**
 * One shop's pull under way: immutable, each page leads to the next.
 *
 * @param page what to ask for next
 * @param counting whether the answer only tells how many pages there are
 * @param open false once the last page was taken
 * @param orders taken so far
 */
public record Pull(
    String shop,
    String platform,
    Window window,
    String page,
    boolean counting,
    boolean open,
    int orders) {

  static Pull start(String shop, String platform, Window window, Connector.Paging paging) {
    return switch (paging.style()) {
      case CURSOR -> new Pull(shop, platform, window, "", false, true, 0);
      case BACKWARD_FROM_ONE -> new Pull(shop, platform, window, "1", true, true, 0);
      case BACKWARD_FROM_ZERO -> new Pull(shop, platform, window, "0", true, true, 0);
    };
  }

  /**
   * What to do after an answer. The first answer of a counted window tells the number of pages; if
   * there are several it is thrown away, and pages are read from the last back to the first,
   * because rows that leave the window while we read would otherwise shift others past us unseen.
   */
  Step after(OrderPage answer, Connector.Paging paging) {
    if (paging.style() == Connector.Paging.Style.CURSOR) {
      return taken(answer.next(), !answer.next().isEmpty(), answer);
    }
    int first = paging.style() == Connector.Paging.Style.BACKWARD_FROM_ZERO ? 0 : 1;
    int at = Integer.parseInt(page);
    if (counting && answer.total() > paging.size()) {
      int pages = Math.toIntExact((answer.total() + paging.size() - 1) / paging.size());
      String last = String.valueOf(first + pages - 1);
      return new Step(new Pull(shop, platform, window, last, false, true, 0), false);
    }
    return taken(String.valueOf(at - 1), at > first, answer);
  }

  private Step taken(String next, boolean more, OrderPage answer) {
    int sum = orders + answer.orders().size();
    return new Step(new Pull(shop, platform, window, next, false, more, sum), true);
  }

  /** The pull to go on with, and whether the answer's orders count. */
  record Step(Pull next, boolean use) {}
}
