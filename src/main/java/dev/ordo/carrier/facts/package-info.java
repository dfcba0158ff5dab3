/** What the carrier rules see and say. */
@NamedInterface("facts")
@NullMarked
package dev.ordo.carrier.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
