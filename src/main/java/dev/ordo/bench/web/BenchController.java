package dev.ordo.bench.web;

import dev.ordo.bench.Bench;
import dev.ordo.bench.BenchAnswer;
import dev.ordo.bench.BenchState;
import dev.ordo.bench.BoxWish;
import dev.ordo.shared.Checks;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The bench for scanners, PDAs and scales. Every act may be sent again; every answer says whether
 * it is good, in words what happened, and what to do next. A consignment is named by its decimal id
 * or its printed number.
 */
@RestController
@RequestMapping("/api/bench/{consignment}")
@PreAuthorize("hasAnyRole('WAREHOUSE', 'INTEGRATION', 'OPS_MANAGER')")
class BenchController {
  /**
   * An answer as devices get it.
   *
   * @param sound PASS or ALARM
   * @param says what happened, in the caller's language
   */
  record Answer(
      BenchAnswer.Result result,
      boolean good,
      String sound,
      String sku,
      int qty,
      String says,
      String nextSays,
      BenchState state) {}

  record PackRequest(@Nullable List<@Nullable BoxRequest> boxes) {}

  record WeighRequest(@Nullable Integer box, @Nullable Integer grams) {}

  record OverrideRequest(@Nullable String what, @Nullable String reason) {}

  private static final int MOST_BOXES = 2_000;

  private final Bench bench;
  private final Sentences sentences;

  BenchController(Bench bench, Sentences sentences) {
    this.bench = bench;
    this.sentences = sentences;
  }

  @GetMapping
  Answer open(@PathVariable String consignment, Locale locale) {
    return said(bench.open(Numbers.read(consignment)), locale);
  }

  @PostMapping("/scan")
  Answer scan(@PathVariable String consignment, @RequestBody ScanRequest request, Locale locale) {
    return said(bench.scan(Numbers.read(consignment), request.checked()), locale);
  }

  @PostMapping("/check")
  Answer check(@PathVariable String consignment, Locale locale) {
    return said(bench.check(Numbers.read(consignment)), locale);
  }

  @PostMapping("/pack")
  Answer pack(
      @PathVariable String consignment,
      @RequestBody(required = false) @Nullable PackRequest request,
      Locale locale) {
    List<@Nullable BoxRequest> boxes =
        request == null || request.boxes == null ? List.of() : request.boxes;
    List<BoxWish> wishes =
        boxes.isEmpty() ? List.of() : Checks.rows(boxes, MOST_BOXES, BoxRequest::checked);
    return said(bench.pack(Numbers.read(consignment), wishes), locale);
  }

  @PostMapping("/weigh")
  Answer weigh(@PathVariable String consignment, @RequestBody WeighRequest request, Locale locale) {
    int box = Objects.requireNonNullElse(request.box, 1);
    int grams = Objects.requireNonNullElse(request.grams, 0);
    return said(bench.weigh(Numbers.read(consignment), box, grams), locale);
  }

  @PostMapping("/override")
  @PreAuthorize("hasRole('OPS_MANAGER')")
  Answer override(
      @PathVariable String consignment, @RequestBody OverrideRequest request, Locale locale) {
    long id = Numbers.read(consignment);
    String reason = Objects.requireNonNullElse(request.reason, "");
    return switch (Objects.requireNonNullElse(request.what, "")) {
      case "CHECK" -> said(bench.overrideCheck(id, reason), locale);
      case "WEIGHT" -> said(bench.overrideWeight(id, reason), locale);
      default -> throw new Refusal("what", String.valueOf(request.what), "Give CHECK or WEIGHT.");
    };
  }

  private Answer said(BenchAnswer answer, Locale locale) {
    return new Answer(
        answer.result(),
        answer.good(),
        answer.good() ? "PASS" : "ALARM",
        answer.sku(),
        answer.qty(),
        sentences.of(answer, locale),
        sentences.next(answer.state(), locale),
        answer.state());
  }
}
