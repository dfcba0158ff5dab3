package dev.ordo.bench.web;

import dev.ordo.bench.Bench;
import dev.ordo.bench.BenchAnswer;
import dev.ordo.bench.BoxWish;
import dev.ordo.bench.Scan;
import dev.ordo.catalog.Catalog;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page a packer works at with one hand: one field takes consignment numbers, articles and the
 * command codes printed on the bench.
 */
@Controller
@PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER')")
class BenchPageController {
  private static final String PAGE = "bench/bench";
  private static final String PANEL = "bench/bench :: panel";

  /** The command codes a scanner reads from the card on the bench. */
  private static final String DONE = "ORDO-DONE";

  private static final String OUT = "ORDO-OUT";
  private static final String IN = "ORDO-IN";
  private static final String PACK = "ORDO-PACK";
  private static final String NEXT = "ORDO-NEXT";

  private final Bench bench;
  private final Catalog catalog;
  private final Sentences sentences;

  BenchPageController(Bench bench, Catalog catalog, Sentences sentences) {
    this.bench = bench;
    this.catalog = catalog;
    this.sentences = sentences;
  }

  @GetMapping("/bench")
  String bench(@RequestParam(defaultValue = "") String consignment, Model model, Locale locale) {
    if (consignment.isBlank()) {
      return empty(model, PAGE);
    }
    return show(() -> bench.open(Numbers.read(consignment)), "", false, PAGE, model, locale);
  }

  /** A read of the scanner: what it means depends on what is on the bench. */
  @PostMapping("/bench/read")
  String read(
      @RequestParam(defaultValue = "") String consignment,
      @RequestParam(defaultValue = "false") boolean out,
      @RequestParam(defaultValue = "") String key,
      @RequestParam String code,
      Model model,
      Locale locale) {
    String read = code.strip();
    if (read.equals(NEXT)) {
      return empty(model, PANEL);
    }
    if (consignment.isEmpty()) {
      return show(() -> bench.open(Numbers.read(read)), "", false, PANEL, model, locale);
    }
    long id = Numbers.read(consignment);
    return switch (read) {
      case DONE -> show(() -> bench.check(id), consignment, false, PANEL, model, locale);
      case PACK -> show(() -> bench.pack(id, List.of()), consignment, false, PANEL, model, locale);
      case OUT, IN ->
          show(() -> bench.open(id), consignment, read.equals(OUT), PANEL, model, locale);
      default ->
          show(
              () -> bench.scan(id, List.of(new Scan(key, read, out ? -1 : 1))),
              consignment,
              false,
              PANEL,
              model,
              locale);
    };
  }

  @PostMapping("/bench/pack")
  String pack(
      @RequestParam String consignment, @RequestParam String carton, Model model, Locale locale) {
    return show(
        () -> bench.pack(Numbers.read(consignment), List.of(new BoxWish(carton, null, null, null))),
        consignment,
        false,
        PANEL,
        model,
        locale);
  }

  @PostMapping("/bench/weigh")
  String weigh(
      @RequestParam String consignment,
      @RequestParam int box,
      @RequestParam int grams,
      Model model,
      Locale locale) {
    return show(
        () -> bench.weigh(Numbers.read(consignment), box, grams),
        consignment,
        false,
        PANEL,
        model,
        locale);
  }

  @PostMapping("/bench/override")
  @PreAuthorize("hasRole('OPS_MANAGER')")
  String override(
      @RequestParam String consignment,
      @RequestParam boolean weight,
      @RequestParam String reason,
      Model model,
      Locale locale) {
    long id = Numbers.read(consignment);
    return show(
        () -> weight ? bench.overrideWeight(id, reason) : bench.overrideCheck(id, reason),
        consignment,
        false,
        PANEL,
        model,
        locale);
  }

  private interface Act {
    BenchAnswer answer();
  }

  /** Does the act and shows its answer; a refusal is shown over what was on the bench before. */
  private String show(
      Act act, String before, boolean out, String view, Model model, Locale locale) {
    empty(model, view);
    model.addAttribute("out", out);
    try {
      put(act.answer(), model, locale);
    } catch (Refusal refusal) {
      if (!before.isEmpty()) {
        put(bench.open(Numbers.read(before)), model, locale);
      }
      model.addAttribute("says", sentences.of(refusal, locale));
      model.addAttribute("tone", "bad");
    }
    return view;
  }

  private void put(BenchAnswer answer, Model model, Locale locale) {
    model.addAttribute("answer", answer);
    model.addAttribute("state", answer.state());
    model.addAttribute("says", sentences.of(answer, locale));
    model.addAttribute("tone", tone(answer));
    model.addAttribute("next", sentences.next(answer.state(), locale));
    model.addAttribute("cartons", catalog.cartons());
  }

  private static String tone(BenchAnswer answer) {
    return switch (answer.result()) {
      case OPENED -> "none";
      case PASSED, WEIGHT_RIGHT -> "done";
      default -> answer.good() ? "good" : "bad";
    };
  }

  private static String empty(Model model, String view) {
    model.addAttribute("state", null);
    model.addAttribute("says", "");
    model.addAttribute("tone", "none");
    model.addAttribute("out", false);
    return view;
  }
}
