/** Brings every shop's orders in as one canonical form and tells the shops what became of them. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "console",
      "desk",
      "journey",
      "address",
      "catalog",
      "site",
      "inventory",
      "order",
      "fulfilment",
      "change"
    })
@NullMarked
package dev.ordo.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
