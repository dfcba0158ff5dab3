/** Where picked goods become parcels: sorting, scan check, packing, weighing. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "console",
      "catalog",
      "order",
      "fulfilment",
      "wave",
      "shipping"
    })
@NullMarked
package dev.ordo.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
