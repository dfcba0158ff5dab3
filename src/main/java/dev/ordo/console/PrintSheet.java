package dev.ordo.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.graphics.Rectangle;

/** Draws on one printed page in millimetres from its top left corner. */
public final class PrintSheet {
  private static final float POINTS_PER_MM = 72f / 25.4f;

  /** One dot of a 203 dpi thermal printer, 8 to the millimetre: bars end on whole dots. */
  private static final double DOT_MM = 0.125;

  private static final float LINE_SPACING = 1.2f;

  private final PDPageContentStream out;
  private final PrintFonts fonts;
  private final float heightMm;

  public PrintSheet(PDPageContentStream out, PrintFonts fonts, float heightMm) {
    this.out = out;
    this.fonts = fonts;
    this.heightMm = heightMm;
  }

  /** One line with its top at y. */
  public void text(String text, float x, float y, float size) throws IOException {
    float baseline = points(heightMm - y) - size * 0.85f;
    float at = points(x);
    for (PrintFonts.Run run : fonts.runs(text)) {
      out.beginText();
      out.setFont(run.font(), size);
      out.newLineAtOffset(at, baseline);
      out.showText(run.text());
      out.endText();
      at += run.width(size);
    }
  }

  /** One line that ends at x. */
  public void textTo(String text, float x, float y, float size) throws IOException {
    text(text, x - fonts.width(text, size) / POINTS_PER_MM, y, size);
  }

  /** One line as large as the width allows, at most {@code size}. */
  public void fitted(String text, float x, float y, float width, float size) throws IOException {
    float natural = fonts.width(text, size);
    float fits = natural > points(width) ? size * points(width) / natural : size;
    text(text, x, y, fits);
  }

  /** At most {@code lines} lines of a text, broken anywhere as Chinese is. */
  public void wrapped(String text, float x, float y, float width, float size, int lines)
      throws IOException {
    float at = y;
    for (String line : broken(text, points(width), size).stream().limit(lines).toList()) {
      text(line, x, at, size);
      at += size * LINE_SPACING / POINTS_PER_MM;
    }
  }

  private List<String> broken(String text, float width, float size) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int point : text.codePoints().toArray()) {
      String longer = line + Character.toString(point);
      if (!line.isEmpty() && fonts.width(longer, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.appendCodePoint(point);
    }
    lines.add(line.toString());
    return lines;
  }

  /** A thin line across, from one x to another. */
  public void rule(float y, float from, float to) throws IOException {
    out.setLineWidth(0.6f);
    out.moveTo(points(from), points(heightMm - y));
    out.lineTo(points(to), points(heightMm - y));
    out.stroke();
  }

  /** An empty square to tick. */
  public void box(float x, float y, float size) throws IOException {
    out.setLineWidth(0.8f);
    out.addRect(points(x), points(heightMm - y - size), points(size), points(size));
    out.stroke();
  }

  /** A Code 128 as wide as whole printer dots per module allow, centred between x and x + width. */
  public void barcode(String content, float x, float y, float width, float height)
      throws IOException {
    Code128 code = new Code128();
    code.setHumanReadableLocation(HumanReadableLocation.NONE);
    code.setModuleWidth(1);
    code.setContent(content);
    double dots = Math.max(1, Math.floor(width / DOT_MM / code.getWidth()));
    double module = dots * DOT_MM;
    double left = Math.round((x + (width - code.getWidth() * module) / 2) / DOT_MM) * DOT_MM;
    for (Rectangle bar : code.getRectangles()) {
      out.addRect(
          points((float) (left + bar.x * module)),
          points(heightMm - y - height),
          points((float) (bar.width * module)),
          points(height));
    }
    out.fill();
  }

  private static float points(float mm) {
    return mm * POINTS_PER_MM;
  }
}
