package dev.ordo.channel;

import java.util.List;

/**
 * What a dropped file turned out to hold.
 *
 * @param profile how it was read
 * @param orders canonical orders as JSON, each with the file's lines it is made of
 * @param aside lines that are no order and no refund, explained
 */
record DroppedFile(String profile, List<FileOrder> orders, List<FileLine> aside) {

  /** An order of the file. */
  record FileOrder(String json, String platformNo, List<FileLine> lines) {}

  /**
   * One line of the file and what it means.
   *
   * @param number from 1, without the heading
   * @param kind ORDER_LINE, FREIGHT, DISCOUNT, REFUND, or why it is none of them
   * @param amount what it is worth in the file, negative for what goes back
   * @param subject what people look for: invoice and article
   * @param row the line itself as JSON, empty where the order of it keeps it
   */
  record FileLine(
      int number,
      String kind,
      java.math.BigDecimal amount,
      String subject,
      boolean repeated,
      String row) {
    FileLine(
        int number, String kind, java.math.BigDecimal amount, String subject, boolean repeated) {
      this(number, kind, amount, subject, repeated, "");
    }

    FileLine as(String newKind) {
      return new FileLine(number, newKind, amount, subject, repeated, row);
    }
  }
}
