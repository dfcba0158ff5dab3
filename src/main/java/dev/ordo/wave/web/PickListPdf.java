package dev.ordo.wave.web;

import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Product;
import dev.ordo.console.PrintFonts;
import dev.ordo.console.PrintSheet;
import dev.ordo.console.Times;
import dev.ordo.console.Words;
import dev.ordo.shared.BusinessClock;
import dev.ordo.site.Picker;
import dev.ordo.site.Sites;
import dev.ordo.wave.PickStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.springframework.stereotype.Component;

/** Pick lists on A4 for those who walk with paper and a scanner; every trip begins a page. */
@Component
class PickListPdf {
  private final Catalog catalog;
  private final Sites sites;
  private final Words words;
  private final Times times;
  private final BusinessClock clock;

  PickListPdf(Catalog catalog, Sites sites, Words words, Times times, BusinessClock clock) {
    this.catalog = catalog;
    this.sites = sites;
    this.words = words;
    this.times = times;
    this.clock = clock;
  }

  /** The trips of one wave, one after the other; what nobody wants any more is left out. */
  byte[] of(List<TripView> trips, Locale locale) {
    try (PDDocument document = new PDDocument()) {
      PrintFonts fonts = new PrintFonts(document, FontName.HELVETICA_BOLD);
      for (TripView trip : trips) {
        List<List<PickListBlock>> pages = PickListBlock.pages(blocks(trip, locale));
        for (int i = 0; i < pages.size(); i++) {
          page(document, fonts, pages.get(i), foot(trip, i + 1, pages.size(), locale));
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A pick list could not be drawn.", e);
    }
  }

  private List<PickListBlock> blocks(TripView trip, Locale locale) {
    Map<String, Product> products =
        catalog.products(trip.stops().stream().map(StopView::sku).distinct().toList());
    List<PickListBlock> blocks = new ArrayList<>();
    blocks.add(head(trip, locale));
    trip.stops().stream()
        .filter(stop -> stop.status() != PickStatus.STRUCK)
        .map(stop -> stop(stop, products, locale))
        .forEach(blocks::add);
    blocks.addAll(
        PickListBlock.Totes.of(
            words.of("wave.totes", locale), words.of("wave.wave", locale), trip));
    return blocks;
  }

  private PickListBlock head(TripView trip, Locale locale) {
    String who =
        trip.picker().isEmpty()
            ? words.of("wave.nobody", locale)
            : trip.picker() + " " + name(trip.warehouse(), trip.picker());
    String size =
        words.of(
            "wave.pdf.size",
            locale,
            trip.stops().size(),
            trip.units(),
            trip.totes().size(),
            Math.round(trip.metres()));
    return new PickListBlock.Head(
        words.of("wave.trip", locale) + " " + trip.number() + " · " + who,
        trip.warehouse() + " · " + words.of("wave.method." + trip.method(), locale) + " · " + size,
        words.of("wave.due", locale) + " " + times.text(trip.dueAt()),
        trip.id());
  }

  private String name(String warehouse, String code) {
    return sites.pickers(warehouse).stream()
        .filter(picker -> picker.code().equals(code))
        .map(Picker::name)
        .findFirst()
        .orElse("");
  }

  private PickListBlock stop(StopView stop, Map<String, Product> products, Locale locale) {
    Product product = products.get(stop.sku());
    String done =
        stop.status() == PickStatus.OPEN ? "" : words.of("wave.pick." + stop.status(), locale);
    String barcode = product == null ? "" : product.barcode();
    return new PickListBlock.Stop(
        stop,
        product == null ? stop.name() : product.name(locale),
        barcode.isEmpty() ? stop.sku() : barcode,
        done);
  }

  private String foot(TripView trip, int page, int pages, Locale locale) {
    return words.of(
        "wave.pdf.page", locale, trip.wave(), trip.number(), page, pages, times.text(clock.now()));
  }

  private static void page(
      PDDocument document, PrintFonts fonts, List<PickListBlock> blocks, String foot)
      throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream out = new PDPageContentStream(document, page)) {
      PrintSheet sheet = new PrintSheet(out, fonts, PickListBlock.PAGE);
      float y = PickListBlock.TOP;
      for (PickListBlock block : blocks) {
        block.draw(sheet, y);
        y += block.height();
      }
      sheet.textTo(foot, PickListBlock.RIGHT, 288, 8);
    }
  }
}
