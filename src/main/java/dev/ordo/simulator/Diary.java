package dev.ordo.simulator;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** What the world remembers of itself over a restart. */
final class Diary {
  /**
   * @param number running number of the next order
   * @param nextOrder when it comes
   * @param arrivals deliveries of goods so far
   */
  record Page(
      String key,
      boolean founded,
      long number,
      Instant nextOrder,
      int arrivals,
      Instant lastArrival) {}

  private final Journal<Page> pages;

  Diary(Path folder) {
    this.pages =
        new Journal<>(folder.resolve("diary.jsonl"), Page.class, Page::key, pages -> pages);
  }

  private Page page() {
    Map<String, Page> all = pages.things();
    return all.getOrDefault("world", new Page("world", false, 0, Instant.EPOCH, 0, Instant.EPOCH));
  }

  boolean founded() {
    return page().founded;
  }

  long number() {
    return page().number;
  }

  Instant nextOrder() {
    return page().nextOrder;
  }

  int arrivals() {
    return page().arrivals;
  }

  Instant lastArrival() {
    return page().lastArrival;
  }

  void found(Instant now) {
    pages.put(new Page("world", true, 0, now, 1, now));
  }

  void wrote(long number, Instant next) {
    Page page = page();
    if (number != page.number) {
      pages.put(new Page("world", true, number, next, page.arrivals, page.lastArrival));
    }
  }

  void arrived(Instant now) {
    Page page = page();
    pages.put(new Page("world", true, page.number, page.nextOrder, page.arrivals + 1, now));
  }
}
