/** Keeps every unit of stock: an append-only ledger, locks that name their demand, and places. */
@ApplicationModule(
    allowedDependencies = {"shared", "access", "console", "desk", "journey", "catalog", "site"})
@NullMarked
package dev.ordo.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
