package dev.ordo.shipping.web;

import dev.ordo.access.People;
import dev.ordo.console.Sections;
import dev.ordo.console.Timelines;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Ids;
import dev.ordo.shipping.Manifests;
import dev.ordo.shipping.Parcel;
import dev.ordo.shipping.Parcels;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Pages about what leaves the house. */
@Controller
class ShippingController {
  private static final int PAGE = 50;

  private final Consignments consignments;
  private final Parcels parcels;
  private final Manifests manifests;
  private final Timelines timelines;
  private final Sections sections;
  private final People people;

  ShippingController(
      Consignments consignments,
      Parcels parcels,
      Manifests manifests,
      Timelines timelines,
      Sections sections,
      People people) {
    this.consignments = consignments;
    this.parcels = parcels;
    this.manifests = manifests;
    this.timelines = timelines;
    this.sections = sections;
    this.people = people;
  }

  @GetMapping("/consignments")
  String consignments(
      @RequestParam(required = false) @Nullable ConsignmentStatus status,
      @RequestParam(defaultValue = "") String before,
      Model model) {
    long cursor = before.isEmpty() ? Long.MAX_VALUE : Ids.parse(before);
    List<Consignment> page =
        consignments.newest(status, people.actor().scope().warehouses(), cursor, PAGE);
    model.addAttribute("consignments", page);
    model.addAttribute("status", status == null ? "" : status.name());
    model.addAttribute("statuses", ConsignmentStatus.values());
    model.addAttribute("counts", consignments.countByStatus());
    model.addAttribute("next", page.size() == PAGE ? Ids.text(page.getLast().id()) : "");
    return "shipping/consignments";
  }

  @GetMapping("/consignments/{id}")
  String consignment(@PathVariable String id, Model model, Locale locale) {
    Consignment consignment = visible(Ids.parse(id));
    model.addAttribute("consignment", consignment);
    model.addAttribute("no", Ids.text(consignment.id()));
    model.addAttribute("timeline", timelines.of("CONSIGNMENT", consignment.id(), locale));
    model.addAttribute("sections", sections.of("consignment", consignment.id(), locale));
    return "shipping/consignment";
  }

  @GetMapping("/parcels/{id}")
  String parcel(@PathVariable String id, Model model, Locale locale) {
    Parcel parcel = parcels.find(Ids.parse(id)).orElseThrow(ShippingController::absent);
    model.addAttribute("consignment", visible(parcel.consignmentId()));
    model.addAttribute("parcel", parcel);
    model.addAttribute("no", Ids.text(parcel.id()));
    model.addAttribute("timeline", timelines.of("PARCEL", parcel.id(), locale));
    model.addAttribute("sections", sections.of("parcel", parcel.id(), locale));
    return "shipping/parcel";
  }

  @GetMapping("/manifests")
  String manifests(Model model) {
    model.addAttribute("manifests", manifests.newest(PAGE));
    return "shipping/manifests";
  }

  private Consignment visible(long id) {
    return consignments
        .find(id)
        .filter(c -> people.actor().scope().seesWarehouse(c.warehouse()))
        .orElseThrow(ShippingController::absent);
  }

  private static ResponseStatusException absent() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
