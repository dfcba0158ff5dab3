package dev.ordo.change.web;

import dev.ordo.access.People;
import dev.ordo.change.PutBacks;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the warehouse's devices say of goods that were called back; every report may come again. */
@RestController
@PreAuthorize("hasAnyRole('WAREHOUSE', 'INTEGRATION')")
class PutBackController {
  private final PutBacks putBacks;
  private final Consignments consignments;
  private final People people;

  PutBackController(PutBacks putBacks, Consignments consignments, People people) {
    this.putBacks = putBacks;
    this.consignments = consignments;
    this.people = people;
  }

  /** The goods of a called back consignment lie at their locations again. */
  @PostMapping("/api/consignments/{id}/put-back")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void putBack(@PathVariable String id) {
    Consignment consignment =
        consignments
            .find(Ids.parse(id))
            .filter(c -> people.actor().scope().seesWarehouse(c.warehouse()))
            .orElseThrow(() -> new Refusal("consignment", id, "Take the number of the task."));
    putBacks.lieBack(consignment.id());
  }
}
