/** What the alert rules see and say. */
@NamedInterface("facts")
@NullMarked
package dev.ordo.tracking.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
