/** Kuaishou shops through their open platform, mapped to the canonical order. */
@NullMarked
package dev.ordo.channel.kuaishou;

import org.jspecify.annotations.NullMarked;
