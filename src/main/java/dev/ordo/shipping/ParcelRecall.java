package dev.ordo.shipping;

import dev.ordo.change.Compensation;
import dev.ordo.fulfilment.Consignment;
import java.util.Collection;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Voids the waybills of parcels that are still here and asks carriers for those they have. */
@Component
@Order(20)
class ParcelRecall implements Compensation {
  private final Parcels parcels;

  ParcelRecall(Parcels parcels) {
    this.parcels = parcels;
  }

  @Override
  public void hold(Collection<Long> consignmentIds) {
    parcels.lock(consignmentIds);
  }

  /** What is in a parcel was taken by a picker, who says so. */
  @Override
  public List<Taken> taken(Collection<Long> consignmentIds) {
    return List.of();
  }

  @Override
  public void stop(Collection<Long> consignmentIds, String actor, String why) {
    parcels.recall(consignmentIds, actor, why);
  }

  @Override
  public void callBack(Collection<Consignment> handedOver, String actor) {
    parcels.callBack(handedOver.stream().map(Consignment::id).toList(), actor);
  }
}
