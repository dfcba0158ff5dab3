package dev.ordo.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelPdfTests {
  /** 8 dots per millimetre: what a thermal label printer prints. */
  private static final float PRINTER_DPI = 203.2f;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SF7444407670710",
        "75111429006773",
        "YT1234567890123",
        "JDVA00000000001-1-3-",
        "1234567890123"
      })
  void aThermalPrintersImageOfTheLabelScansBackToTheWaybillNumber(String waybillNo)
      throws IOException, NotFoundException {
    BufferedImage image = image(label(waybillNo, "张*"));

    assertThat(image.getWidth()).isEqualTo(608);
    assertThat(image.getHeight()).isEqualTo(1040);
    Result result = scan(image);
    assertThat(result.getText()).isEqualTo(waybillNo);
    assertThat(result.getBarcodeFormat()).isEqualTo(BarcodeFormat.CODE_128);
  }

  @Test
  void showsRouteCodeHubAndMaskedReceiverInChinese() throws IOException {
    try (PDDocument document =
        Loader.loadPDF(LabelPdf.of(List.of(label("SF7444407670710", "张*"))))) {
      String text = new PDFTextStripper().getText(document).replace(" ", "");

      assertThat(text).contains("755WE-571A3", "深圳集散中心", "张*138****1234", "SF7444407670710");
      assertThat(text).contains("广东省深圳市南山区", "2/3");
    }
  }

  @Test
  void aCharacterNoFontKnowsBecomesAQuestionMark() throws IOException {
    try (PDDocument document =
        Loader.loadPDF(LabelPdf.of(List.of(label("SF7444407670710", "Ünal😀"))))) {
      assertThat(new PDFTextStripper().getText(document)).contains("nal?");
    }
  }

  @Test
  void theEmbeddedFontKeepsALabelSmall() {
    assertThat(LabelPdf.of(List.of(label("SF7444407670710", "张*"))).length).isLessThan(60_000);
  }

  private static Label label(String waybillNo, String name) {
    return new Label(
        "顺丰速运",
        "标快",
        waybillNo,
        "755WE-571A3",
        "深圳集散中心",
        new Label.Party(name, "138****1234", "广东省深圳市南山区科技园路二十八号创新大厦3栋2单元1705室"),
        new Label.Party("奥多上海仓", "021****6666", "上海市嘉定区物流路1号"),
        "杯子 x2，灯泡 x1",
        1250,
        new BigDecimal("99.50"),
        "0C1A2B3D4E",
        2,
        3,
        "2026-11-22 18:05:09");
  }

  private static BufferedImage image(Label label) throws IOException {
    try (PDDocument document = Loader.loadPDF(LabelPdf.of(List.of(label)))) {
      BufferedImage image =
          new PDFRenderer(document).renderImageWithDPI(0, PRINTER_DPI, ImageType.BINARY);
      String keep = System.getProperty("ordo.labels");
      if (keep != null) {
        javax.imageio.ImageIO.write(
            image,
            "png",
            Files.createDirectories(Path.of(keep)).resolve(label.waybillNo() + ".png").toFile());
      }
      return image;
    }
  }

  private static Result scan(BufferedImage image) throws NotFoundException {
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
    return new MultiFormatReader()
        .decode(
            bitmap,
            Map.of(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.CODE_128),
                DecodeHintType.TRY_HARDER,
                true));
  }
}
