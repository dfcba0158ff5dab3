package dev.ordo.carrier.web;

import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.address.Addresses;
import dev.ordo.address.Division;
import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.CarrierPrice;
import dev.ordo.carrier.Carriers;
import dev.ordo.console.MenuItem;
import dev.ordo.console.Words;
import dev.ordo.shared.ServiceLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of carriers: what each takes and what it charges. */
@Controller
class CarriersController {
  /** A line of a price list, with the places in words. */
  record Line(CarrierPrice price, String warehouse, String province) {}

  private final Carriers carriers;
  private final Addresses addresses;
  private final Words words;
  private final People people;

  CarriersController(Carriers carriers, Addresses addresses, Words words, People people) {
    this.carriers = carriers;
    this.addresses = addresses;
    this.words = words;
    this.people = people;
  }

  @Bean
  static MenuItem carriersMenu() {
    return new MenuItem("/carriers", "carrier.carriers", 320);
  }

  @GetMapping("/carriers")
  String carriers(@RequestParam(defaultValue = "") String carrier, Model model, Locale locale) {
    List<Carrier> all = carriers.all();
    String chosen = carrier.isEmpty() && !all.isEmpty() ? all.getFirst().code() : carrier;
    model.addAttribute("carriers", all);
    model.addAttribute("chosen", chosen);
    model.addAttribute(
        "prices",
        carriers.prices().stream()
            .filter(price -> price.carrier().equals(chosen))
            .sorted(
                Comparator.comparing(CarrierPrice::warehouse).thenComparing(CarrierPrice::province))
            .map(price -> line(price, locale))
            .toList());
    model.addAttribute("levels", ServiceLevel.values());
    model.addAttribute("mayChange", people.actor().may(Role.OPS_MANAGER));
    return "carrier/carriers";
  }

  @PostMapping("/carriers/{code}/service-level")
  @PreAuthorize("hasRole('OPS_MANAGER')")
  String serviceLevel(@PathVariable String code, @RequestParam ServiceLevel level) {
    carriers.putCarriers(List.of(carriers.carrier(code).withLevel(level)));
    people.did("SERVICE_LEVEL_SET", "CARRIER", 0, code + " " + level);
    return "redirect:/carriers";
  }

  private Line line(CarrierPrice price, Locale locale) {
    String others = words.of("carrier.all-others", locale);
    String warehouse =
        price.warehouse().equals(CarrierPrice.ANY)
            ? words.of("carrier.every-warehouse", locale)
            : price.warehouse();
    String province =
        price.province().equals(CarrierPrice.ANY)
            ? others
            : addresses.division(price.province()).map(Division::name).orElse(price.province());
    return new Line(price, warehouse, province);
  }
}
