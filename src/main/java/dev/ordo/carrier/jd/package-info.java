/** JD Logistics through its LOP gateway. */
@NullMarked
package dev.ordo.carrier.jd;

import org.jspecify.annotations.NullMarked;
