package dev.ordo.purchasing.web;

import dev.ordo.purchasing.Proposal;
import dev.ordo.purchasing.Purchases;
import dev.ordo.purchasing.Replenishing;
import dev.ordo.purchasing.Sentences;
import dev.ordo.site.Sites;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which purchasers decide the day's proposals. */
@Controller
class ReplenishmentController {
  private static final String BACK = "redirect:/replenishment";
  private static final int MOST = 200;

  /** A proposal with its sentence. */
  record Said(Proposal proposal, String sentence) {}

  private final Replenishing replenishing;
  private final Purchases purchases;
  private final Sentences sentences;
  private final Sites sites;

  ReplenishmentController(
      Replenishing replenishing, Purchases purchases, Sentences sentences, Sites sites) {
    this.replenishing = replenishing;
    this.purchases = purchases;
    this.sentences = sentences;
    this.sites = sites;
  }

  @GetMapping("/replenishment")
  @PreAuthorize("hasAnyRole('PURCHASER', 'OPS_MANAGER', 'AUDITOR')")
  String page(Locale locale, Model model) {
    List<Said> open =
        replenishing.open(MOST).stream()
            .map(proposal -> new Said(proposal, sentences.of(proposal, locale)))
            .toList();
    model.addAttribute("open", open);
    model.addAttribute("goods", purchases.onWay(MOST));
    model.addAttribute("warehouses", sites.warehouses());
    return "purchasing/replenishment";
  }

  @PostMapping("/replenishment/{id}/order")
  @PreAuthorize("hasRole('PURCHASER')")
  String order(@PathVariable long id, @RequestParam int qty, @RequestParam String warehouse) {
    replenishing.order(id, qty, sites.warehouse(warehouse).code());
    return BACK;
  }

  @PostMapping("/replenishment/{id}/dismiss")
  @PreAuthorize("hasRole('PURCHASER')")
  String dismiss(@PathVariable long id) {
    replenishing.dismiss(id);
    return BACK;
  }
}
