package dev.ordo.trail.web;

import dev.ordo.console.PrintFonts;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Lines of text on as many A4 pages as they need. */
final class Sheets {
  private static final float MARGIN = 42;
  private static final float SPACING = 1.45f;

  private final PDDocument document;
  private final PrintFonts fonts;
  private @Nullable PDPageContentStream out;
  private float y;

  Sheets(PDDocument document, PrintFonts fonts) {
    this.document = document;
    this.fonts = fonts;
  }

  /** Begins a new page unless so many lines of the usual size still fit. */
  void keep(int lines) throws IOException {
    if (y - lines * 8 * SPACING < MARGIN) {
      turn();
    }
  }

  void gap() {
    y -= 8;
  }

  /** Writes a line, broken where it is wider than the page. */
  void line(String text, float size) throws IOException {
    float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
    StringBuilder part = new StringBuilder();
    float used = 0;
    for (int point : text.codePoints().toArray()) {
      String next = Character.toString(point);
      float wide = fonts.width(next, size);
      if (used + wide > width) {
        write(part.toString(), size);
        part.setLength(0);
        used = 0;
      }
      part.append(next);
      used += wide;
    }
    write(part.toString(), size);
  }

  private void write(String text, float size) throws IOException {
    if (out == null || y - size * SPACING < MARGIN) {
      turn();
    }
    y -= size * SPACING;
    PDPageContentStream page = java.util.Objects.requireNonNull(out);
    page.beginText();
    page.newLineAtOffset(MARGIN, y);
    for (PrintFonts.Run run : fonts.runs(text)) {
      page.setFont(run.font(), size);
      page.showText(run.text());
    }
    page.endText();
  }

  private void turn() throws IOException {
    close();
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    out = new PDPageContentStream(document, page);
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  void close() throws IOException {
    if (out != null) {
      out.close();
    }
    out = null;
  }
}
