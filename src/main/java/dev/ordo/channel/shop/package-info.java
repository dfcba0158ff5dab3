/** Our own mini-program shop, which speaks the canonical order itself. */
@NullMarked
package dev.ordo.channel.shop;

import org.jspecify.annotations.NullMarked;
