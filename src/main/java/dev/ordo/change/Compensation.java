package dev.ordo.change;

import dev.ordo.fulfilment.Consignment;
import java.util.Collection;
import java.util.List;

/**
 * What a module undoes of its own things when goods are called back. All of it runs in the
 * transaction of the change; modules are asked in their order: trips, then parcels.
 */
public interface Compensation {
  /** Units that lie on somebody's trolley or bench instead of their location. */
  record Taken(long consignmentId, String location, String sku, int qty) {}

  /** Locks the module's rows of these consignments, so that nobody moves them meanwhile. */
  void hold(Collection<Long> consignmentIds);

  /** What was taken off the shelf for them. */
  List<Taken> taken(Collection<Long> consignmentIds);

  /** Stops whatever goes on for consignments that are now INTERCEPTED; again does nothing. */
  void stop(Collection<Long> consignmentIds, String actor, String why);

  /** Asks for goods back that already left the house; again does nothing. */
  void callBack(Collection<Consignment> handedOver, String actor);
}
