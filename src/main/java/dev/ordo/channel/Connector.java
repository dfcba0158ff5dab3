package dev.ordo.channel;

import tools.jackson.databind.JsonNode;

/**
 * A sales platform to Ordo: how it is asked, how its answers read, nothing more. Pure: the calls
 * themselves go through the routes, so that everything a platform sees can be traced and mended
 * there.
 */
public interface Connector {
  /** The platform's code in the shop settings, such as TAOBAO. */
  String platform();

  Paging paging();

  /** Asks for one page of the orders that changed within the window. */
  Call orders(Gateway gateway, Window window, String page);

  OrderPage orderPage(String answer);

  /** Maps one order of a page to the canonical form; what is wrong with it the reader says. */
  JsonNode order(String shop, JsonNode element);

  /** Tells the platform what was shipped with which waybill. */
  Call ship(Gateway gateway, ShipNotice notice);

  /** Tells the platform how many pieces may be sold. */
  Call stock(Gateway gateway, StockFigure figure);

  /** Reads the answer to {@link #ship} or {@link #stock}. */
  Answer answer(String answer);

  /**
   * How a platform gives its orders out.
   *
   * @param style the way from page to page
   * @param size orders per page
   * @param widest seconds one window may span at most
   */
  record Paging(Style style, int size, long widest) {
    /** The way from page to page. */
    public enum Style {
      /** Numbered from 1: count first, then from the last page back to the first. */
      BACKWARD_FROM_ONE,
      /** The same, numbered from 0. */
      BACKWARD_FROM_ZERO,
      /** Each page names the next. */
      CURSOR
    }
  }
}
