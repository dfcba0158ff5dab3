/** Imports of carriers and price lists. */
@NullMarked
package dev.ordo.carrier.web;

import org.jspecify.annotations.NullMarked;
