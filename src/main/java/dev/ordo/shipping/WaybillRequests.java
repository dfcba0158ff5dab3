package dev.ordo.shipping;

import dev.ordo.address.Addresses;
import dev.ordo.address.Division;
import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.CarrierCall;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.order.Orders;
import dev.ordo.shared.Ids;
import dev.ordo.site.Warehouse;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what a carrier has to know about a parcel. */
@Component
class WaybillRequests {
  private static final int GOODS_NAMED = 5;

  private final Addresses addresses;
  private final ShippingSettings settings;

  WaybillRequests(Addresses addresses, ShippingSettings settings) {
    this.addresses = addresses;
    this.settings = settings;
  }

  CarrierCall.RequestWaybill of(
      Parcel parcel,
      Consignment consignment,
      Carrier carrier,
      Warehouse warehouse,
      Orders.Revealed receiver) {
    return new CarrierCall.RequestWaybill(
        carrier,
        Ids.text(parcel.id()),
        sender(warehouse),
        receiver(consignment, receiver),
        consignment.lines().stream()
            .limit(GOODS_NAMED)
            .map(l -> new CarrierCall.Goods(l.name(), l.qty()))
            .toList(),
        parcel.weightG(),
        parcel.number() == 1 ? consignment.codAmount() : BigDecimal.ZERO);
  }

  private CarrierCall.Party sender(Warehouse warehouse) {
    return new CarrierCall.Party(
        warehouse.name(),
        settings.senderPhone(),
        name(warehouse.provinceCode()),
        name(warehouse.cityCode()),
        "",
        warehouse.address());
  }

  private String name(String code) {
    return addresses.division(code).map(Division::name).orElse("");
  }

  /** Municipalities have no city of their own in a region: the province stands for it. */
  private static CarrierCall.Party receiver(Consignment consignment, Orders.Revealed receiver) {
    List<String> region = List.of(consignment.receiver().region().split(" ", -1));
    String province = region.getFirst();
    String district = region.size() > 1 ? region.getLast() : "";
    String city = region.size() > 2 ? region.get(1) : province;
    return new CarrierCall.Party(
        receiver.name(), receiver.phone(), province, city, district, receiver.detail());
  }
}
