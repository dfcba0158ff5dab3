package dev.ordo.shipping;

import dev.ordo.console.RelatedSubjects;
import java.util.List;
import org.springframework.stereotype.Component;

/** The parcels of a consignment, so that its story goes on with theirs. */
@Component
class ConsignmentParcels implements RelatedSubjects {
  private final ParcelRows rows;

  ConsignmentParcels(ParcelRows rows) {
    this.rows = rows;
  }

  @Override
  public List<Subject> of(Subject subject) {
    return subject.kind().equals("CONSIGNMENT")
        ? rows.ofConsignments(List.of(subject.id())).stream()
            .map(parcel -> new Subject("PARCEL", parcel.id()))
            .toList()
        : List.of();
  }
}
