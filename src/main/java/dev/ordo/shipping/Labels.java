package dev.ordo.shipping;

import dev.ordo.access.People;
import dev.ordo.address.PersonalData;
import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.Carriers;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.order.Orders;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints parcel labels; the receiver's address is in plain text there, so printing is logged. */
@Service
public class Labels {
  private static final DateTimeFormatter PRINTED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Parcels parcels;
  private final Consignments consignments;
  private final Carriers carriers;
  private final Orders orders;
  private final Sites sites;
  private final People people;
  private final ShippingSettings settings;
  private final BusinessClock clock;

  Labels(
      Parcels parcels,
      Consignments consignments,
      Carriers carriers,
      Orders orders,
      Sites sites,
      People people,
      ShippingSettings settings,
      BusinessClock clock) {
    this.parcels = parcels;
    this.consignments = consignments;
    this.carriers = carriers;
    this.orders = orders;
    this.sites = sites;
    this.people = people;
    this.settings = settings;
    this.clock = clock;
  }

  /** The PDF of one parcel's label; a parcel without a live waybill is refused. */
  @Transactional
  public byte[] print(long parcelId) {
    Parcel parcel =
        parcels
            .find(parcelId)
            .orElseThrow(() -> new Refusal("parcel", Ids.text(parcelId), "Give a known parcel."));
    if (!parcel.status().isLive()) {
      throw new Refusal("waybill", parcel.status(), "Wait until the carrier issued the waybill.");
    }
    Consignment consignment = consignments.find(parcel.consignmentId()).orElseThrow();
    byte[] pdf = LabelPdf.of(List.of(label(parcel, consignment)));
    people.did("LABEL_PRINTED", "PARCEL", parcelId, parcel.waybillNo());
    parcels.printed(List.of(parcelId), people.actor().login());
    return pdf;
  }

  private Label label(Parcel parcel, Consignment consignment) {
    Warehouse warehouse = sites.warehouse(parcel.warehouse());
    return new Label(
        carriers.find(parcel.carrier()).map(Carrier::name).orElse(parcel.carrier()),
        parcel.product(),
        parcel.waybillNo(),
        parcel.routeCode(),
        parcel.hub(),
        receiver(consignment),
        new Label.Party(
            warehouse.name(), PersonalData.maskPhone(settings.senderPhone()), warehouse.address()),
        consignment.lines().stream()
            .map(l -> l.name() + " x" + l.qty())
            .collect(Collectors.joining(", ")),
        parcel.weightG(),
        parcel.number() == 1 ? consignment.codAmount() : BigDecimal.ZERO,
        Ids.text(parcel.id()),
        parcel.number(),
        parcel.count(),
        PRINTED.format(clock.now().atZone(warehouse.zone())));
  }

  private Label.Party receiver(Consignment consignment) {
    Orders.Revealed revealed =
        orders.reveal(List.of(consignment.receiverOrderId())).get(consignment.receiverOrderId());
    String detail = revealed == null ? consignment.receiver().detailMask() : revealed.detail();
    return new Label.Party(
        consignment.receiver().nameMask(),
        consignment.receiver().phoneMask(),
        consignment.receiver().region().replace(" ", "") + detail);
  }
}
