package dev.ordo.wave.web;

import dev.ordo.console.PrintSheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A part of a printed pick list that stays on one page; all measures are millimetres. */
sealed interface PickListBlock {
  float PAGE = 297;
  float TOP = 10;
  float BOTTOM = 285;
  float LEFT = 12;
  float RIGHT = 198;

  float height();

  void draw(PrintSheet sheet, float y) throws IOException;

  /** Fills page after page. */
  static List<List<PickListBlock>> pages(List<PickListBlock> blocks) {
    List<List<PickListBlock>> pages = new ArrayList<>();
    float y = PAGE;
    for (PickListBlock block : blocks) {
      if (y + block.height() > BOTTOM) {
        pages.add(new ArrayList<>());
        y = TOP;
      }
      pages.getLast().add(block);
      y += block.height();
    }
    return pages;
  }

  /** What a Code 128 can say. */
  static void bars(PrintSheet sheet, String code, float x, float y, float width, float height)
      throws IOException {
    if (!code.isEmpty() && code.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
      sheet.barcode(code, x, y, width, height);
    }
  }

  /** Whose trip it is and how much. */
  record Head(String title, String size, String due, String number) implements PickListBlock {
    @Override
    public float height() {
      return 27;
    }

    @Override
    public void draw(PrintSheet sheet, float y) throws IOException {
      sheet.fitted(title, LEFT, y, 122, 22);
      sheet.fitted(size, LEFT, y + 11, 122, 11);
      sheet.fitted(due, LEFT, y + 17, 122, 11);
      bars(sheet, number, 138, y, 60, 13);
      sheet.textTo(number, RIGHT - 8, y + 14, 10);
      sheet.rule(y + 24, LEFT, RIGHT);
    }
  }

  /**
   * One article at one location.
   *
   * @param code what the scanner reads from the article
   * @param done what has become of the stop, empty while it is open
   */
  record Stop(StopView stop, String name, String code, String done) implements PickListBlock {
    private static final int SHARES_A_LINE = 3;

    @Override
    public float height() {
      int lines = (stop.totes().size() + SHARES_A_LINE - 1) / SHARES_A_LINE;
      return Math.max(25, 13 + lines * 8);
    }

    @Override
    public void draw(PrintSheet sheet, float y) throws IOException {
      sheet.text(String.valueOf(stop.sequence()), LEFT, y, 11);
      sheet.box(LEFT, y + 6, 7);
      sheet.fitted(done, LEFT, y + 15, 11, 8);
      sheet.fitted(stop.location(), 26, y, 56, 24);
      bars(sheet, stop.location(), 26, y + 11, 56, 9);
      article(sheet, y);
      sheet.fitted("× " + stop.qty(), 150, y, 48, 24);
      for (int i = 0; i < stop.totes().size(); i++) {
        share(
            sheet,
            stop.totes().get(i),
            150 + i % SHARES_A_LINE * 16f,
            y + 11 + i / SHARES_A_LINE * 8f);
      }
      sheet.rule(y + height() - 3, LEFT, RIGHT);
    }

    private void article(PrintSheet sheet, float y) throws IOException {
      String batch = stop.batch().equals("-") ? "" : stop.batch();
      sheet.wrapped(name, 88, y, 56, 9, 2);
      sheet.fitted(stop.sku() + (batch.isEmpty() ? "" : " · " + batch), 88, y + 8, 56, 8);
      bars(sheet, code, 88, y + 12, 56, 8);
    }

    private static void share(PrintSheet sheet, StopView.Share share, float x, float y)
        throws IOException {
      sheet.box(x, y, 7);
      sheet.fitted(String.valueOf(share.tote()), x + 1, y + 1.5f, 5, 12);
      sheet.fitted("× " + share.qty(), x + 8, y + 1.5f, 7.5f, 11);
    }
  }

  /** A line of totes with the consignments that are in them, as the bench scans them. */
  record Totes(String title, List<Tote> totes) implements PickListBlock {
    private static final int A_LINE = 3;

    /** A tote with one of its consignments; the number stands where the tote changes. */
    record Tote(String label, String number) {}

    static List<PickListBlock> of(String title, String wave, TripView trip) {
      List<Tote> all = new ArrayList<>(List.of(new Tote(wave, trip.wave())));
      trip.totes()
          .forEach(
              (tote, numbers) -> {
                for (String number : numbers) {
                  all.add(new Tote(number.equals(numbers.first()) ? "" + tote : "", number));
                }
              });
      List<PickListBlock> lines = new ArrayList<>();
      for (int i = 0; i < all.size(); i += A_LINE) {
        List<Tote> line = all.subList(i, Math.min(all.size(), i + A_LINE));
        lines.add(new Totes(i == 0 ? title : "", line));
      }
      return lines;
    }

    @Override
    public float height() {
      return title.isEmpty() ? 17 : 25;
    }

    @Override
    public void draw(PrintSheet sheet, float y) throws IOException {
      float top = y;
      if (!title.isEmpty()) {
        sheet.text(title, LEFT, y, 11);
        top += 8;
      }
      for (int i = 0; i < totes.size(); i++) {
        Tote tote = totes.get(i);
        float x = LEFT + i * 63f;
        sheet.fitted(tote.label, x, top + 1, 10, 18);
        bars(sheet, tote.number, x + 11, top, 46, 8);
        sheet.text(tote.number, x + 16, top + 9, 8);
      }
    }
  }
}
