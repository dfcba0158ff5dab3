package dev.ordo.bench.web;

import dev.ordo.bench.Scan;
import dev.ordo.bench.SeedWall;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The seed wall on a screen: each scan lights the slots the article belongs into. */
@Controller
@PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER')")
class SeedWallPageController {
  private static final String PAGE = "bench/seed-wall";
  private static final String PANEL = "bench/seed-wall :: panel";

  /**
   * A slot as the screen shows it.
   *
   * @param consignment its printed number
   * @param now pieces the last scan brought here, 0 for none
   */
  record Tile(int number, String consignment, int put, int expected, int now) {
    public boolean full() {
      return put >= expected;
    }

    public int percent() {
      return expected == 0 ? 100 : put * 100 / expected;
    }
  }

  private final SeedWall wall;
  private final Sentences sentences;

  SeedWallPageController(SeedWall wall, Sentences sentences) {
    this.wall = wall;
    this.sentences = sentences;
  }

  @GetMapping("/seed-wall")
  String wall(@RequestParam(defaultValue = "") String wave, Model model, Locale locale) {
    if (wave.isBlank()) {
      return say(model, "", "none", PAGE);
    }
    return open(wave, PAGE, model, locale);
  }

  /** The first read names the wave, every other one an article. */
  @PostMapping("/seed-wall/read")
  String read(
      @RequestParam(defaultValue = "") String wave,
      @RequestParam(defaultValue = "") String key,
      @RequestParam String code,
      Model model,
      Locale locale) {
    String read = code.strip();
    if (read.equals("ORDO-NEXT")) {
      return say(model, "", "none", PANEL);
    }
    return wave.isEmpty()
        ? open(read, PANEL, model, locale)
        : sort(Numbers.read(wave), new Scan(key, read, 1), model, locale);
  }

  private String open(String number, String view, Model model, Locale locale) {
    try {
      show(Numbers.read(number), List.of(), model);
      return say(model, sentences.of("bench.wall.opened", locale), "none", view);
    } catch (Refusal refusal) {
      return say(model, sentences.of("bench.refused.wave", locale, number), "bad", view);
    }
  }

  private String sort(long wave, Scan scan, Model model, Locale locale) {
    SeedWall.Sorted sorted = wall.sort(wave, scan);
    show(wave, sorted.puts(), model);
    String article = sentences.article(sorted.sku(), locale);
    if (!sorted.result().good()) {
      return say(
          model, sentences.of("bench.wall." + sorted.result(), locale, article), "bad", PANEL);
    }
    SeedWall.Put put = sorted.puts().getFirst();
    String key = put.full() ? "bench.wall.full" : "bench.wall.RIGHT";
    String tone = put.full() ? "done" : "good";
    return say(model, sentences.of(key, locale, article, put.slot()), tone, PANEL);
  }

  private void show(long wave, List<SeedWall.Put> puts, Model model) {
    List<Tile> tiles = wall.slots(wave).stream().map(slot -> tile(slot, puts)).toList();
    model.addAttribute("wave", Ids.text(wave));
    model.addAttribute("slots", tiles);
    model.addAttribute("left", tiles.stream().mapToInt(t -> t.expected() - t.put()).sum());
  }

  private static Tile tile(SeedWall.Slot slot, List<SeedWall.Put> puts) {
    int now =
        puts.stream().filter(put -> put.slot() == slot.number()).mapToInt(SeedWall.Put::qty).sum();
    return new Tile(
        slot.number(),
        Ids.text(Long.parseLong(slot.consignment())),
        slot.put(),
        slot.expected(),
        now);
  }

  private static String say(Model model, String says, String tone, String view) {
    model.addAttribute("says", says);
    model.addAttribute("tone", tone);
    return view;
  }
}
