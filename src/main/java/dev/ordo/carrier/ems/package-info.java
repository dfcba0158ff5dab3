/** China Post EMS through its open platform. */
@NullMarked
package dev.ordo.carrier.ems;

import org.jspecify.annotations.NullMarked;
