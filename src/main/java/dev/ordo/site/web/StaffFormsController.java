package dev.ordo.site.web;

import dev.ordo.access.People;
import dev.ordo.shared.Checks;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Picker;
import dev.ordo.site.Sites;
import dev.ordo.site.Trolley;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The forms that give a warehouse its pickers and trolleys, added or replaced by code. */
@Controller
@RequestMapping("/warehouses/{warehouse}")
@PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER')")
class StaffFormsController {
  private static final int CUBIC_MM_PER_LITRE = 1_000_000;
  private static final int GRAMS_PER_KG = 1_000;

  /**
   * A picker as the form sends it.
   *
   * @param zones home zones, separated by blanks
   */
  record PickerForm(
      @Nullable String code,
      @Nullable String name,
      @Nullable List<@Nullable String> skills,
      @Nullable String start,
      @Nullable String end,
      @Nullable String zones) {}

  /** A trolley as the form sends it. */
  record TrolleyForm(
      @Nullable String code,
      @Nullable Integer totes,
      @Nullable BigDecimal litres,
      @Nullable BigDecimal kilograms) {}

  private final Sites sites;
  private final People people;

  StaffFormsController(Sites sites, People people) {
    this.sites = sites;
    this.people = people;
  }

  @PostMapping("/pickers")
  String picker(@PathVariable String warehouse, @ModelAttribute PickerForm form) {
    mine(warehouse);
    String login =
        sites.pickers(warehouse).stream()
            .filter(p -> p.code().equals(form.code()))
            .map(Picker::login)
            .findFirst()
            .orElse(null);
    Checks checks = new Checks();
    Picker picker =
        new PickerRequest(
                warehouse,
                form.code(),
                form.name(),
                login,
                true,
                Optional.ofNullable(form.skills()).orElse(List.of()),
                shift(form),
                words(form.zones()))
            .checked("picker", checks);
    checks.done();
    sites.putPickers(List.of(picker));
    return "redirect:/warehouses";
  }

  private static PickerRequest.@Nullable ShiftRequest shift(PickerForm form) {
    boolean any = isBlank(form.start()) && isBlank(form.end());
    return any ? null : new PickerRequest.ShiftRequest(form.start(), form.end());
  }

  private static List<@Nullable String> words(@Nullable String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Stream.of(text.strip().split("[\\s,]+")).toList();
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  @PostMapping("/trolleys")
  String trolley(@PathVariable String warehouse, @ModelAttribute TrolleyForm form) {
    mine(warehouse);
    Checks checks = new Checks();
    Trolley trolley =
        new TrolleyRequest(
                warehouse,
                form.code(),
                form.totes(),
                whole(form.litres(), CUBIC_MM_PER_LITRE),
                whole(form.kilograms(), GRAMS_PER_KG))
            .checked("trolley", checks);
    checks.done();
    sites.putTrolleys(List.of(trolley));
    return "redirect:/warehouses";
  }

  @PostMapping("/trolleys/{code}/removals")
  String remove(@PathVariable String warehouse, @PathVariable String code) {
    mine(warehouse);
    sites.removeTrolley(warehouse, code);
    return "redirect:/warehouses";
  }

  private static @Nullable Long whole(@Nullable BigDecimal value, int factor) {
    return value == null ? null : value.multiply(BigDecimal.valueOf(factor)).longValue();
  }

  private void mine(String warehouse) {
    if (!people.actor().scope().seesWarehouse(warehouse)) {
      throw new Refusal("warehouse", warehouse, "Name a warehouse you work in.");
    }
  }
}
