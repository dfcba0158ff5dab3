/** Pinduoduo through its POP gateway, mapped to the canonical order. */
@NullMarked
package dev.ordo.channel.pdd;

import org.jspecify.annotations.NullMarked;
