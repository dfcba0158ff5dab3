/** JD's POP shops through the JOS gateway, mapped to the canonical order. */
@NullMarked
package dev.ordo.channel.jd;

import org.jspecify.annotations.NullMarked;
