package dev.ordo.console;

import java.util.List;
import java.util.Locale;

/** A section that one module adds to a page of another, such as stock moves to the order page. */
public interface PageSection {
  /** The page it belongs to: "order", "consignment", "parcel", "customer". */
  String page();

  /** Sections are shown in ascending order. */
  int position();

  /** What it says about the subject; a section without rows is not shown. */
  Section section(long subjectId, Locale locale);

  /** A titled table. */
  record Section(String titleKey, List<String> columnKeys, List<List<Cell>> rows) {}
}
