/** Gets waybills, prints labels and hands parcels over to the carriers. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "console",
      "desk",
      "journey",
      "rules",
      "address",
      "site",
      "inventory",
      "order",
      "carrier",
      "fulfilment",
      "change"
    })
@NullMarked
package dev.ordo.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
