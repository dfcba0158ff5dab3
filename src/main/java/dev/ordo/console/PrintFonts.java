package dev.ordo.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * The two fonts of what is printed: Latin by the reader's own, Chinese embedded as far as it is
 * used.
 */
public final class PrintFonts {
  private static final byte[] CHINESE = read("/fonts/DroidSansFallback-gb2312.ttf");
  private static final String MISSING = "?";

  /** A stretch of text that one font can show. */
  public record Run(PDFont font, String text) {
    public float width(float size) {
      try {
        return font.getStringWidth(text) / 1000 * size;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final PDFont latin;
  private final PDFont chinese;

  public PrintFonts(PDDocument document, FontName latin) throws IOException {
    this.latin = new PDType1Font(latin);
    chinese = PDType0Font.load(document, new ByteArrayInputStream(CHINESE), true);
  }

  /** Splits a text into stretches; what neither font knows becomes a question mark. */
  public List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    StringBuilder stretch = new StringBuilder();
    PDFont font = latin;
    for (int point : text.codePoints().toArray()) {
      PDFont next = fontOf(point);
      if (next != font && !stretch.isEmpty()) {
        runs.add(new Run(font, stretch.toString()));
        stretch.setLength(0);
      }
      font = next;
      stretch.append(shows(next, point) ? Character.toString(point) : MISSING);
    }
    if (!stretch.isEmpty()) {
      runs.add(new Run(font, stretch.toString()));
    }
    return runs;
  }

  public float width(String text, float size) {
    float width = 0;
    for (Run run : runs(text)) {
      width += run.width(size);
    }
    return width;
  }

  private PDFont fontOf(int point) {
    return point > 0x7E && shows(chinese, point) ? chinese : latin;
  }

  private static boolean shows(PDFont font, int point) {
    if (point < 0x20) {
      return false;
    }
    try {
      font.encode(Character.toString(point));
      return true;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }

  private static byte[] read(String resource) {
    try (InputStream font =
        Objects.requireNonNull(PrintFonts.class.getResourceAsStream(resource), resource)) {
      return font.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
