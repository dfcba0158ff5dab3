/** Books what was delivered: balanced vouchers, cost, accruals and gross profit. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "console",
      "journey",
      "address",
      "catalog",
      "site",
      "inventory",
      "order",
      "fulfilment",
      "shipping",
      "bench",
      "tracking"
    })
@NullMarked
package dev.ordo.finance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
