/** ZTO Express through its open platform. */
@NullMarked
package dev.ordo.carrier.zto;

import org.jspecify.annotations.NullMarked;
