package dev.ordo.shipping;

import dev.ordo.console.Amounts;
import dev.ordo.console.Badge;
import dev.ordo.console.Cell;
import dev.ordo.console.PageSection;
import dev.ordo.console.Words;
import dev.ordo.shared.Ids;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The parcels of a consignment with their waybills and what they cost. */
@Component
class ParcelsSection implements PageSection {
  private static final List<String> COLUMNS =
      List.of(
          "shipping.parcel",
          "shipping.carrier",
          "shipping.waybill",
          "shipping.status",
          "shipping.weight",
          "shipping.freight",
          "shipping.packing");

  private final ParcelRows rows;
  private final Words words;

  ParcelsSection(ParcelRows rows, Words words) {
    this.rows = rows;
    this.words = words;
  }

  @Override
  public String page() {
    return "consignment";
  }

  @Override
  public int position() {
    return 30;
  }

  @Override
  public Section section(long subjectId, Locale locale) {
    List<List<Cell>> parcels =
        rows.ofConsignments(List.of(subjectId)).stream().map(p -> row(p, locale)).toList();
    return new Section("shipping.parcels", COLUMNS, parcels);
  }

  private List<Cell> row(Parcel parcel, Locale locale) {
    String no = Ids.text(parcel.id());
    return List.of(
        Cell.link(no, "/parcels/" + no),
        Cell.text(parcel.carrier()),
        Cell.text(parcel.waybillNo()),
        Cell.badge(
            words.code("waybill." + parcel.status().name(), locale),
            parcel.status().isLive() ? Badge.OK : Badge.INFO),
        Cell.number(parcel.weightG() + " g"),
        Cell.number(Amounts.text(parcel.freight())),
        Cell.number(Amounts.text(parcel.packed().cartonCost().add(parcel.packed().fillerCost()))));
  }
}
