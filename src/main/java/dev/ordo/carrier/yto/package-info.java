/** YTO Express through its open platform. */
@NullMarked
package dev.ordo.carrier.yto;

import org.jspecify.annotations.NullMarked;
