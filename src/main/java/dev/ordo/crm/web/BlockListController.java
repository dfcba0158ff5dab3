package dev.ordo.crm.web;

import dev.ordo.address.Addresses;
import dev.ordo.address.Division;
import dev.ordo.crm.BlockKind;
import dev.ordo.crm.BlockList;
import dev.ordo.crm.Grade;
import java.util.function.Function;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which ops managers keep the block list and the bad areas. */
@Controller
class BlockListController {
  private static final String BACK = "redirect:/block-list";

  private final BlockList list;
  private final Addresses addresses;

  BlockListController(BlockList list, Addresses addresses) {
    this.list = list;
    this.addresses = addresses;
  }

  @GetMapping("/block-list")
  @PreAuthorize("hasAnyRole('OPS_MANAGER', 'AUDITOR')")
  String page(Model model) {
    Function<String, String> name =
        code -> addresses.division(code).map(Division::name).orElse(code);
    model.addAttribute("entries", list.entries());
    model.addAttribute("areas", list.areas());
    model.addAttribute("kinds", BlockKind.values());
    model.addAttribute("grades", Grade.values());
    model.addAttribute("names", name);
    return "crm/block-list";
  }

  @PostMapping("/block-list")
  @PreAuthorize("hasRole('OPS_MANAGER')")
  String block(
      @RequestParam BlockKind kind,
      @RequestParam String value,
      @RequestParam Grade grade,
      @RequestParam String reason) {
    list.block(kind, value, grade, reason);
    return BACK;
  }

  @PostMapping("/block-list/{id}/remove")
  @PreAuthorize("hasRole('OPS_MANAGER')")
  String unblock(@PathVariable long id) {
    list.unblock(id);
    return BACK;
  }

  @PostMapping("/block-list/areas")
  @PreAuthorize("hasRole('OPS_MANAGER')")
  String mark(
      @RequestParam String divisionCode, @RequestParam Grade grade, @RequestParam String reason) {
    list.mark(divisionCode.strip(), grade, reason);
    return BACK;
  }

  @PostMapping("/block-list/areas/{code}/remove")
  @PreAuthorize("hasRole('OPS_MANAGER')")
  String unmark(@PathVariable String code) {
    list.unmark(code);
    return BACK;
  }
}
