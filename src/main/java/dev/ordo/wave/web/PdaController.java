package dev.ordo.wave.web;

import dev.ordo.access.People;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Picker;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import dev.ordo.wave.PickStatus;
import dev.ordo.wave.Picking;
import dev.ordo.wave.Waves;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The picker's page on a PDA: the next slot large, one scan after the other. The server knows where
 * the picker stands, so a reload loses nothing.
 */
@Controller
@RequestMapping("/pda/pick")
@PreAuthorize("hasRole('WAREHOUSE')")
class PdaController {
  private final Picking picking;
  private final Waves waves;
  private final Sites sites;
  private final People people;

  PdaController(Picking picking, Waves waves, Sites sites, People people) {
    this.picking = picking;
    this.waves = waves;
    this.sites = sites;
    this.people = people;
  }

  @GetMapping
  String page(
      Model model,
      @RequestParam Optional<String> warehouse,
      @RequestParam Optional<String> picker) {
    List<Picker> pickers =
        sites.warehouses().stream()
            .map(Warehouse::code)
            .filter(code -> people.actor().scope().seesWarehouse(code))
            .flatMap(code -> sites.pickers(code).stream())
            .toList();
    Optional<Picker> me =
        pickers.stream()
            .filter(
                p ->
                    picker.isPresent()
                        ? p.code().equals(picker.get())
                            && p.warehouse().equals(warehouse.orElse(p.warehouse()))
                        : p.login().equals(people.actor().login()))
            .findFirst();
    model.addAttribute("pickers", pickers);
    model.addAttribute("me", me.orElse(null));
    model.addAttribute("trip", me.flatMap(this::trip).orElse(null));
    model.addAttribute(
        "stop", me.flatMap(this::trip).flatMap(PdaController::nextStop).orElse(null));
    return "wave/pda";
  }

  private Optional<TripView> trip(Picker me) {
    return picking
        .next(me.warehouse(), me.code())
        .map(trip -> TripView.of(trip, waves.picksOfTrip(trip.id())));
  }

  private static Optional<StopView> nextStop(TripView trip) {
    return trip.stops().stream().filter(s -> s.status() == PickStatus.OPEN).findFirst();
  }

  @PostMapping("/{trip}")
  String confirm(
      @PathVariable String trip,
      @RequestParam String warehouse,
      @RequestParam String picker,
      @RequestParam String location,
      @RequestParam String item,
      @RequestParam int qty,
      @RequestParam(defaultValue = "false") boolean isShort,
      RedirectAttributes after) {
    try {
      Picking.Found found = new Picking.Found(picker, location.strip(), item.strip(), qty, isShort);
      picking.confirm(Ids.parse(trip), found);
      after.addFlashAttribute("taken", found);
    } catch (Refusal refusal) {
      after.addFlashAttribute("refused", refusal.faults().getFirst());
    }
    after.addAttribute("warehouse", warehouse);
    after.addAttribute("picker", picker);
    return "redirect:/pda/pick";
  }
}
