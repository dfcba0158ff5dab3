/** Goods that arrive, over HTTP. */
@NullMarked
package dev.ordo.inventory.web;

import org.jspecify.annotations.NullMarked;
