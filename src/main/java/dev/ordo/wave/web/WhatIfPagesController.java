package dev.ordo.wave.web;

import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import dev.ordo.wave.Study;
import dev.ordo.wave.WhatIf;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that compares ways to make waves of what waits. */
@Controller
class WhatIfPagesController {
  /**
   * The largest figures of a study, which the bars are measured against; at least 1.
   *
   * @param metres over all policies
   * @param hours over all policies
   */
  public record Most(double metres, double hours) {
    static Most of(Study study) {
      return new Most(most(study, Study.Outcome::metres), most(study, Study.Outcome::hours));
    }

    private static double most(Study study, ToDoubleFunction<Study.Outcome> figure) {
      return Math.max(1e-6, study.outcomes().stream().mapToDouble(figure).max().orElse(0));
    }
  }

  private final WhatIf whatIf;
  private final Sites sites;
  private final People people;

  WhatIfPagesController(WhatIf whatIf, Sites sites, People people) {
    this.whatIf = whatIf;
    this.sites = sites;
    this.people = people;
  }

  @GetMapping("/waves/what-if")
  String page(Model model, @RequestParam Optional<String> warehouse) {
    List<Warehouse> mine =
        sites.warehouses().stream()
            .filter(w -> people.actor().scope().seesWarehouse(w.code()))
            .toList();
    Optional<Warehouse> shown =
        mine.stream()
            .filter(w -> warehouse.isEmpty() || w.code().equals(warehouse.get()))
            .findFirst();
    Optional<Study> study = shown.flatMap(w -> whatIf.of(w.code()));
    model.addAttribute("warehouses", mine);
    model.addAttribute("warehouse", shown.orElse(null));
    model.addAttribute("study", study.orElse(null));
    model.addAttribute("most", study.map(Most::of).orElse(null));
    model.addAttribute(
        "mayArrange", people.actor().may(Role.WAREHOUSE) || people.actor().may(Role.OPS_MANAGER));
    return "wave/what-if";
  }

  @PostMapping("/waves/what-if")
  @PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER')")
  String begin(RedirectAttributes to, @RequestParam String warehouse) {
    whatIf.begin(warehouse);
    to.addAttribute("warehouse", warehouse);
    return "redirect:/waves/what-if";
  }

  @PostMapping("/waves/what-if/choices")
  @PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER')")
  String choose(
      RedirectAttributes to, @RequestParam String warehouse, @RequestParam String policy) {
    whatIf.choose(warehouse, policy);
    to.addAttribute("warehouse", warehouse);
    return "redirect:/waves/board";
  }
}
