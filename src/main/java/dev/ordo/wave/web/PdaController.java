package dev.ordo.wave.web;

import dev.ordo.access.People;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Product;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Picker;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import dev.ordo.wave.Lack;
import dev.ordo.wave.PickStatus;
import dev.ordo.wave.Picking;
import dev.ordo.wave.TripStatus;
import dev.ordo.wave.WaveTrip;
import dev.ordo.wave.Waves;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * The picker's page on a PDA: the next slot large, one scan after the other. The server knows where
 * the picker stands, so a reload loses nothing; the page carries the open stops with it, so that a
 * spot without network holds nobody up.
 */
@Controller
@RequestMapping("/pda/pick")
@PreAuthorize("hasRole('WAREHOUSE')")
class PdaController {
  private final Picking picking;
  private final Waves waves;
  private final Sites sites;
  private final Catalog catalog;
  private final People people;
  private final JsonMapper json;

  PdaController(
      Picking picking, Waves waves, Sites sites, Catalog catalog, People people, JsonMapper json) {
    this.picking = picking;
    this.waves = waves;
    this.sites = sites;
    this.catalog = catalog;
    this.people = people;
    this.json = json;
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
    Optional<WaveTrip> walked = me.flatMap(p -> picking.next(p.warehouse(), p.code()));
    Optional<TripView> trip = walked.map(t -> TripView.of(t, waves.picksOfTrip(t.id())));
    List<StopView> open = trip.map(PdaController::open).orElse(List.of());
    model.addAttribute("trip", trip.orElse(null));
    model.addAttribute("open", open);
    model.addAttribute("stop", open.isEmpty() ? null : open.getFirst());
    model.addAttribute("last", walked.flatMap(t -> last(t, trip.orElseThrow())).orElse(null));
    model.addAttribute("carried", json.writeValueAsString(carried(open)));
    return "wave/pda";
  }

  private static List<StopView> open(TripView trip) {
    return trip.stops().stream().filter(s -> s.status() == PickStatus.OPEN).toList();
  }

  private Optional<StopView> last(WaveTrip walked, TripView trip) {
    return walked.status() == TripStatus.PICKING
        ? picking
            .lastStop(walked.id())
            .flatMap(last -> trip.stops().stream().filter(s -> s.sequence() == last).findFirst())
        : Optional.empty();
  }

  /** What the device needs of a stop to go on without the server. */
  private record Carried(
      String location, List<String> codes, String name, int qty, List<StopView.Share> totes) {}

  private List<Carried> carried(List<StopView> open) {
    Map<String, Product> products =
        catalog.products(open.stream().map(StopView::sku).distinct().toList());
    Locale locale = LocaleContextHolder.getLocale();
    return open.stream().map(stop -> carried(stop, products.get(stop.sku()), locale)).toList();
  }

  private static Carried carried(StopView stop, @Nullable Product product, Locale locale) {
    return new Carried(
        stop.location(),
        product == null || product.barcode().isEmpty()
            ? List.of(stop.sku())
            : List.of(stop.sku(), product.barcode()),
        product == null ? stop.name() : product.name(locale),
        stop.qty(),
        stop.totes());
  }

  @PostMapping("/{trip}")
  String confirm(
      @PathVariable String trip,
      @ModelAttribute Floor at,
      @RequestParam(defaultValue = "") String qty,
      @RequestParam(defaultValue = "NONE") String lack,
      RedirectAttributes after) {
    return answered(
        at,
        after,
        () -> {
          Picking.Found found =
              new Picking.Found(at.who(), at.place(), at.article(), units(qty), lack(lack));
          Picking.Confirmed confirmed = picking.confirm(Ids.parse(trip), found);
          after.addFlashAttribute("taken", found);
          if (confirmed.calledBack()) {
            after.addFlashAttribute("calledBack", confirmed);
          }
        });
  }

  private static int units(String qty) {
    try {
      return Integer.parseInt(qty.strip());
    } catch (NumberFormatException e) {
      throw new Refusal("qty", qty, "Say how many are in your hand.");
    }
  }

  private static Lack lack(String lack) {
    try {
      return Lack.valueOf(lack);
    } catch (IllegalArgumentException e) {
      throw new Refusal("lack", lack, "Send NONE, MISSING or DAMAGED.");
    }
  }

  @PostMapping("/{trip}/skips")
  String skip(@PathVariable String trip, @ModelAttribute Floor at, RedirectAttributes after) {
    return answered(at, after, () -> picking.skip(Ids.parse(trip), at.meant()));
  }

  @PostMapping("/{trip}/undos")
  String undo(@PathVariable String trip, @ModelAttribute Floor at, RedirectAttributes after) {
    return answered(at, after, () -> picking.undo(Ids.parse(trip), at.meant()));
  }

  /** Where the picker stands and what was scanned there. */
  record Floor(
      @Nullable String warehouse,
      @Nullable String picker,
      @Nullable String location,
      @Nullable String item) {
    String who() {
      return given(picker);
    }

    String place() {
      return given(location);
    }

    String article() {
      return given(item);
    }

    private static String given(@Nullable String text) {
      return text == null ? "" : text.strip();
    }

    Picking.At meant() {
      return new Picking.At(who(), place(), article());
    }
  }

  private static String answered(Floor at, RedirectAttributes after, Runnable report) {
    try {
      report.run();
    } catch (Refusal refusal) {
      after.addFlashAttribute("refused", refusal.faults().getFirst());
    }
    after.addAttribute("warehouse", Floor.given(at.warehouse));
    after.addAttribute("picker", at.who());
    return "redirect:/pda/pick";
  }
}
