/** SF Express through its Fengqiao gateway. */
@NullMarked
package dev.ordo.carrier.sf;

import org.jspecify.annotations.NullMarked;
