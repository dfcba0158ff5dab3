/** Forms waves of consignments, plans the pickers' trips and follows them on the floor. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "console",
      "desk",
      "journey",
      "rules",
      "catalog",
      "site",
      "inventory",
      "order",
      "carrier",
      "fulfilment",
      "change"
    })
@NullMarked
package dev.ordo.wave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
