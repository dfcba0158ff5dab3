package dev.ordo.shipping;

import dev.ordo.console.PrintFonts;
import dev.ordo.console.PrintSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * Renders one-part parcel labels, 76 mm by 130 mm. Its few words are those of the carriers' form,
 * which couriers read: they do not follow the language of whoever prints.
 */
final class LabelPdf {
  private static final float WIDTH_MM = 76;
  private static final float HEIGHT_MM = 130;
  private static final float LEFT = 3;
  private static final float RIGHT = 73;
  private static final float INNER = RIGHT - LEFT;

  private LabelPdf() {}

  /** One page per label. */
  static byte[] of(List<Label> labels) {
    try (PDDocument document = new PDDocument()) {
      PrintFonts fonts = new PrintFonts(document, FontName.HELVETICA_BOLD);
      for (Label label : labels) {
        PDPage page = new PDPage(new PDRectangle(points(WIDTH_MM), points(HEIGHT_MM)));
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
          draw(label, new PrintSheet(out, fonts, HEIGHT_MM));
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A label could not be drawn.", e);
    }
  }

  private static void draw(Label label, PrintSheet sheet) throws IOException {
    head(label, sheet);
    routing(label, sheet);
    waybill(label, sheet);
    parties(label, sheet);
    foot(label, sheet);
  }

  private static void head(Label label, PrintSheet sheet) throws IOException {
    sheet.text(label.carrier(), LEFT, 3, 15);
    sheet.textTo(label.product(), RIGHT, 3, 10);
    sheet.textTo(label.parcel() + "/" + label.parcels(), RIGHT, 7.5f, 9);
    rule(sheet, 12);
  }

  private static void routing(Label label, PrintSheet sheet) throws IOException {
    sheet.fitted(label.routeCode(), LEFT, 13.5f, INNER, 40);
    rule(sheet, 29);
    sheet.text("集包地", LEFT, 31, 9);
    sheet.fitted(label.hub(), LEFT + 13, 30, INNER - 13, 16);
    rule(sheet, 37);
  }

  private static void waybill(Label label, PrintSheet sheet) throws IOException {
    sheet.barcode(label.waybillNo(), LEFT, 39, INNER, 15);
    sheet.fitted(grouped(label.waybillNo()), LEFT + 12, 55, INNER - 24, 12);
    rule(sheet, 61);
  }

  private static void parties(Label label, PrintSheet sheet) throws IOException {
    party("收", label.receiver(), sheet, 62.5f, 12);
    rule(sheet, 85);
    party("寄", label.sender(), sheet, 86.5f, 8);
    rule(sheet, 100);
  }

  private static void party(String mark, Label.Party party, PrintSheet sheet, float y, float size)
      throws IOException {
    sheet.text(mark, LEFT, y, 14);
    sheet.text(party.name() + "  " + party.phone(), LEFT + 8, y, size);
    sheet.wrapped(party.address(), LEFT + 8, y + size * 0.45f, INNER - 8, size, 3);
  }

  private static void foot(Label label, PrintSheet sheet) throws IOException {
    sheet.text("重量 %.3f kg".formatted(label.weightG() / 1000.0), LEFT, 102, 9);
    if (label.cod().signum() > 0) {
      sheet.textTo("代收货款 ¥" + label.cod().stripTrailingZeros().toPlainString(), RIGHT, 101, 13);
    }
    sheet.wrapped(label.goods(), LEFT, 107, INNER, 8, 2);
    rule(sheet, 115);
    sheet.text("签收", LEFT, 117, 9);
    sheet.text(label.parcelNo(), LEFT, 125, 7);
    sheet.textTo("打印 " + label.printedAt(), RIGHT, 125, 7);
  }

  private static void rule(PrintSheet sheet, float y) throws IOException {
    sheet.rule(y, 2, 74);
  }

  /** Four characters at a time can be read over the phone. */
  private static String grouped(String number) {
    return number.replaceAll("(.{4})(?=.)", "$1 ");
  }

  private static float points(float mm) {
    return mm * 72f / 25.4f;
  }
}
