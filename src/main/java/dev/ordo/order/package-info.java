/** Keeps what buyers bought: lines, money, receiver, holds and the evidence of every move. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "console",
      "desk",
      "journey",
      "rules",
      "trail",
      "address",
      "catalog",
      "site",
      "inventory"
    })
@NullMarked
package dev.ordo.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
