package dev.ordo.wave.web;

import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.console.Listing;
import dev.ordo.shared.Ids;
import dev.ordo.site.Sites;
import dev.ordo.wave.Wave;
import dev.ordo.wave.WaveBoard;
import dev.ordo.wave.WaveTrip;
import dev.ordo.wave.Waves;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of waves: list, one wave with its map, and pick lists on paper. */
@Controller
class WavePagesController {
  private final Waves waves;
  private final WaveBoard board;
  private final PickLists lists;
  private final Sites sites;
  private final People people;

  WavePagesController(Waves waves, WaveBoard board, PickLists lists, Sites sites, People people) {
    this.waves = waves;
    this.board = board;
    this.lists = lists;
    this.sites = sites;
    this.people = people;
  }

  @GetMapping("/waves")
  String waves(Model model, @RequestParam Optional<String> cursor) {
    Listing<Wave> page =
        Listing.of(
            waves.newest(people.actor().scope(), Listing.before(cursor), Listing.SIZE + 1),
            Listing.SIZE,
            Wave::id);
    model.addAttribute("waves", page.rows());
    model.addAttribute("next", page.next().orElse(""));
    model.addAttribute(
        "warehouses",
        sites.warehouses().stream()
            .filter(w -> people.actor().scope().seesWarehouse(w.code()))
            .toList());
    return "wave/waves";
  }

  @PostMapping("/waves")
  @PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER')")
  String form(@RequestParam String warehouse) {
    return waves
        .formNow(warehouse)
        .map(wave -> "redirect:/waves/" + Ids.text(wave))
        .orElse("redirect:/waves");
  }

  @GetMapping("/waves/{id}")
  String wave(Model model, @PathVariable String id, @RequestParam Optional<Integer> trip) {
    Wave wave = lists.wave(id);
    List<WaveTrip> trips = waves.trips(wave.id());
    List<WaveTrip> drawn =
        trips.stream().filter(t -> trip.isEmpty() || trip.get() == t.number()).toList();
    if (!model.containsAttribute("joined")) {
      model.addAttribute("joined", null);
    }
    model.addAttribute(
        "mayTopUp",
        wave.status().isOpen()
            && (people.actor().may(Role.WAREHOUSE) || people.actor().may(Role.OPS_MANAGER)));
    model.addAttribute("wave", wave);
    model.addAttribute("id", Ids.text(wave.id()));
    model.addAttribute("trips", lists.of(wave));
    model.addAttribute("shown", trip.orElse(0));
    model.addAttribute("hours", trips.stream().mapToLong(WaveTrip::seconds).sum() / 3600.0);
    model.addAttribute(
        "map",
        FloorMap.of(sites.warehouse(wave.warehouse()).layout(), drawn, waves.picks(wave.id())));
    return "wave/wave";
  }

  @PostMapping("/waves/{id}/top-ups")
  @PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER')")
  String topUp(@PathVariable String id, RedirectAttributes said) {
    said.addFlashAttribute("joined", board.topUp(Ids.parse(id)));
    return "redirect:/waves/" + id;
  }

  @GetMapping("/waves/{id}/pick-lists")
  String pickLists(Model model, @PathVariable String id) {
    Wave wave = lists.wave(id);
    model.addAttribute("wave", wave);
    model.addAttribute("id", Ids.text(wave.id()));
    model.addAttribute("trips", lists.of(wave));
    return "wave/pick-lists";
  }
}
