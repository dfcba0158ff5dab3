package dev.ordo.wave.web;

import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import dev.ordo.wave.Absences;
import dev.ordo.wave.TripStatus;
import dev.ordo.wave.WaveBoard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The board of a warehouse's waves, and what people do on it. */
@Controller
class BoardPagesController {
  private final WaveBoard board;
  private final Absences absences;
  private final Sites sites;
  private final People people;

  BoardPagesController(WaveBoard board, Absences absences, Sites sites, People people) {
    this.board = board;
    this.absences = absences;
    this.sites = sites;
    this.people = people;
  }

  @GetMapping("/waves/board")
  String board(Model model, @RequestParam Optional<String> warehouse) {
    List<Warehouse> mine =
        sites.warehouses().stream()
            .filter(w -> people.actor().scope().seesWarehouse(w.code()))
            .toList();
    String shown = warehouse.orElseGet(() -> mine.isEmpty() ? "" : mine.getFirst().code());
    model.addAttribute("warehouses", mine);
    model.addAttribute("warehouse", shown);
    boolean known = mine.stream().anyMatch(w -> w.code().equals(shown));
    List<BoardView> cards =
        known ? board.cards(shown).stream().map(BoardView::of).toList() : List.of();
    model.addAttribute("cards", cards);
    model.addAttribute("waiting", known ? waiting(shown) : List.of());
    model.addAttribute("pickers", known ? sites.pickers(shown) : List.of());
    model.addAttribute("absent", known ? sites.absentPickers(shown) : List.of());
    model.addAttribute("trips", tripsByPicker(cards));
    model.addAttribute(
        "mayArrange", people.actor().may(Role.WAREHOUSE) || people.actor().may(Role.OPS_MANAGER));
    if (!model.containsAttribute("refused")) {
      model.addAttribute("refused", null);
    }
    return "wave/board";
  }

  private List<BoardView.Chip> waiting(String warehouse) {
    return board.waiting(warehouse).stream().map(c -> BoardView.Chip.of(c, "", true)).toList();
  }

  private static Map<String, Long> tripsByPicker(List<BoardView> cards) {
    return cards.stream()
        .flatMap(card -> card.trips().stream())
        .filter(t -> t.status() != null && t.status() != TripStatus.PICKED)
        .collect(Collectors.groupingBy(BoardView.TripCard::picker, Collectors.counting()));
  }

  /** One thing done with a wave or a consignment; what cannot be done is told on the board. */
  @PostMapping("/waves/board/acts")
  @PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER')")
  String act(
      RedirectAttributes said,
      @RequestParam String warehouse,
      @RequestParam String act,
      @RequestParam(defaultValue = "") String wave,
      @RequestParam(defaultValue = "") String consignment,
      @RequestParam(defaultValue = "") String target) {
    return answered(
        said,
        warehouse,
        () -> {
          switch (act) {
            case "plan" -> board.resolve(Ids.parse(wave));
            case "move" -> move(wave, consignment, target);
            case "trip" -> board.keep(Ids.parse(wave), Ids.parse(consignment), true);
            case "wave" -> board.keep(Ids.parse(wave), Ids.parse(consignment), false);
            case "free" -> board.release(Ids.parse(wave), Ids.parse(consignment));
            default -> throw new Refusal("act", act, "Use a button of the board.");
          }
        });
  }

  private void move(String wave, String consignment, String target) {
    List<Long> one = List.of(Ids.parse(consignment));
    if (!target.isEmpty()) {
      board.move(Ids.parse(target), one);
    } else if (!wave.isEmpty()) {
      board.takeOut(Ids.parse(wave), one);
    }
  }

  @PostMapping("/waves/board/pickers")
  @PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER')")
  String picker(
      RedirectAttributes said,
      @RequestParam String warehouse,
      @RequestParam String picker,
      @RequestParam boolean gone) {
    return answered(
        said,
        warehouse,
        () -> {
          if (gone) {
            absences.gone(warehouse, picker);
          } else {
            absences.back(warehouse, picker);
          }
        });
  }

  private static String answered(RedirectAttributes said, String warehouse, Runnable act) {
    try {
      act.run();
    } catch (Refusal refusal) {
      said.addFlashAttribute("refused", refusal.faults().getFirst());
    }
    said.addAttribute("warehouse", warehouse);
    return "redirect:/waves/board";
  }
}
