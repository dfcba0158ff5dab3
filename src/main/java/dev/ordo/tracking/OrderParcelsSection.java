package dev.ordo.tracking;

import dev.ordo.console.Badge;
import dev.ordo.console.Cell;
import dev.ordo.console.PageSection;
import dev.ordo.console.Times;
import dev.ordo.console.Words;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Ids;
import dev.ordo.shipping.Parcel;
import dev.ordo.shipping.Parcels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where the parcels of an order are. */
@Component
class OrderParcelsSection implements PageSection {
  private static final List<String> COLUMNS =
      List.of(
          "tracking.parcel",
          "tracking.carrier",
          "tracking.waybill",
          "tracking.state",
          "tracking.last",
          "tracking.alerts");

  private final Consignments consignments;
  private final Parcels parcels;
  private final Traces traces;
  private final Words words;
  private final Times times;

  OrderParcelsSection(
      Consignments consignments, Parcels parcels, Traces traces, Words words, Times times) {
    this.consignments = consignments;
    this.parcels = parcels;
    this.traces = traces;
    this.words = words;
    this.times = times;
  }

  @Override
  public String page() {
    return "order";
  }

  @Override
  public int position() {
    return 40;
  }

  @Override
  public Section section(long subjectId, Locale locale) {
    List<Parcel> found =
        parcels.ofConsignments(
            consignments.ofOrder(subjectId).stream().map(Consignment::id).toList());
    Map<Long, Trace> traceOf =
        traces.load(found.stream().map(Parcel::id).toList()).stream()
            .collect(Collectors.toMap(Trace::parcelId, Function.identity()));
    return new Section(
        "tracking.parcels",
        COLUMNS,
        found.stream().map(p -> row(p, traceOf.get(p.id()), locale)).toList());
  }

  private List<Cell> row(
      Parcel parcel, @org.jspecify.annotations.Nullable Trace trace, Locale locale) {
    String no = Ids.text(parcel.id());
    Cell link = Cell.link(no, "/parcels/" + no);
    Cell carrier = Cell.text(parcel.carrier());
    Cell waybill = Cell.text(parcel.waybillNo());
    if (trace == null) {
      String status = words.code("waybill." + parcel.status().name(), locale);
      return List.of(
          link, carrier, waybill, Cell.badge(status, Badge.MUTED), Cell.text(""), Cell.text(""));
    }
    String last = trace.lastScanAt() == null ? "" : times.text(trace.lastScanAt());
    String alerts =
        trace.alerts().stream().map(a -> words.code(a, locale)).collect(Collectors.joining(", "));
    return List.of(
        link,
        carrier,
        waybill,
        Cell.badge(
            words.code("trace." + trace.state().name(), locale), TraceSection.badge(trace.state())),
        Cell.text((last + " " + trace.place()).strip()),
        Cell.badge(alerts, alerts.isEmpty() ? Badge.NONE : Badge.BAD));
  }
}
