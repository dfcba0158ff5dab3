package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import dev.ordo.StillServer;
import dev.ordo.shared.Ids;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What comes out of the printer is read again, by eye and by scanner. */
class WavePapersTests extends StillServer {
  /** A plain office laser printer. */
  private static final float PRINTER_DPI = 300;

  @Autowired JdbcTemplate jdbc;
  @Autowired Waves waves;
  @Autowired Ids ids;

  @AfterEach
  void clearOut() {
    floor().clear();
  }

  private TestFloor floor() {
    return new TestFloor(
        jdbc, ids, (path, body) -> send(api(path).PUT(BodyPublishers.ofString(body))));
  }

  @Test
  void everyTripHasPagesOfItsOwnWithItsStopsInWalkingOrder() throws Exception {
    long wave = planned(12);
    List<WaveTrip> trips = waves.trips(wave);
    try (PDDocument document = Loader.loadPDF(pdf(wave, "", "en"))) {
      PDFTextStripper all = new PDFTextStripper();
      all.setSortByPosition(true);
      String text = all.getText(document);
      for (WaveTrip trip : trips) {
        assertThat(text).contains("Trip " + trip.number() + " ");
        assertThat(text).contains("trip " + trip.number() + " · page 1 of ");
      }
      assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(trips.size());
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(594f, 596f);
    }
  }

  @Test
  void aScannerReadsTripLocationsArticlesAndConsignments() throws Exception {
    long wave = planned(6);
    WaveTrip trip = waves.trips(wave).getFirst();
    List<Pick> picks = waves.picksOfTrip(trip.id());
    byte[] pdf = pdf(wave, "?trip=" + trip.number(), "zh-CN");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      String text = stripper.getText(document);
      assertThat(text).contains("行程 " + trip.number(), "第 1 页");
      int at = 0;
      for (String location : picks.stream().map(Pick::location).distinct().toList()) {
        assertThat(text.indexOf(location, at)).as(location + " in walking order").isPositive();
        at = text.indexOf(location, at);
      }
      Set<String> wanted = new TreeSet<>(Set.of(Ids.text(trip.id()), Ids.text(wave)));
      picks.forEach(p -> wanted.addAll(List.of(p.location(), p.sku(), no(p))));
      assertThat(scanned(document)).containsAll(wanted);
    }
  }

  @Test
  void aLocationThatIsNotInTheLayoutIsPickedLast() {
    TestFloor floor = floor();
    floor.setUp();
    floor.allocated(1);
    long odd = floor.allocated(2);
    jdbc.update("UPDATE consignment_place SET location = 'HEAP' WHERE consignment_id = ?", odd);
    long wave = waves.formNow(TestFloor.WAREHOUSE).orElseThrow();
    waves.plan(List.of(wave));

    assertThat(waves.picks(wave).getLast().location()).isEqualTo("HEAP");
    String key = java.util.Base64.getEncoder().encodeToString("admin:ordo".getBytes());
    for (String path : List.of("", "/pick-lists.csv")) {
      var answer =
          send(
              java.net.http.HttpRequest.newBuilder(at("/waves/" + Ids.text(wave) + path))
                  .header("Authorization", "Basic " + key));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("W-SKU-X", "HEAP");
    }
  }

  @Test
  void aTripThatIsNotThereIsNamed() {
    long wave = planned(1);

    assertThat(get("/api/waves/" + Ids.text(wave) + "/pick-lists.pdf?trip=77").body())
        .contains("trip", "77", "Name a trip of this wave.");
  }

  private static String no(Pick pick) {
    return Ids.text(pick.consignmentId());
  }

  private long planned(int consignments) {
    TestFloor floor = floor();
    floor.setUp();
    for (int i = 0; i < consignments; i++) {
      floor.allocated(i);
    }
    long wave = waves.formNow(TestFloor.WAREHOUSE).orElseThrow();
    waves.plan(List.of(wave));
    return wave;
  }

  private byte[] pdf(long wave, String query, String language) throws Exception {
    var request =
        api("/api/waves/" + Ids.text(wave) + "/pick-lists.pdf" + query)
            .header("Accept-Language", language)
            .GET()
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
      return answer.body();
    }
  }

  /** Everything a scanner finds that is drawn over the pages from top to bottom. */
  private static Set<String> scanned(PDDocument document) throws IOException {
    Set<String> codes = new HashSet<>();
    for (int page = 0; page < document.getNumberOfPages(); page++) {
      BufferedImage image =
          new PDFRenderer(document).renderImageWithDPI(page, PRINTER_DPI, ImageType.GRAY);
      keep(image, page);
      int strip = image.getHeight() / 80;
      for (int y = 0; y + strip <= image.getHeight(); y += strip / 2) {
        codes.addAll(scan(image.getSubimage(0, y, image.getWidth(), strip)));
      }
    }
    return codes;
  }

  private static List<String> scan(BufferedImage strip) {
    var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(strip)));
    try {
      return List.of(
              new GenericMultipleBarcodeReader(new MultiFormatReader())
                  .decodeMultiple(
                      bitmap,
                      Map.of(
                          DecodeHintType.POSSIBLE_FORMATS,
                          List.of(BarcodeFormat.CODE_128),
                          DecodeHintType.TRY_HARDER,
                          true)))
          .stream()
          .map(Result::getText)
          .toList();
    } catch (NotFoundException nothing) {
      return List.of();
    }
  }

  private static void keep(BufferedImage image, int page) throws IOException {
    Path file = Files.createDirectories(Path.of("target", "screenshots"));
    javax.imageio.ImageIO.write(image, "png", file.resolve("pick-list-" + page + ".png").toFile());
  }
}
