/** The catalogue's HTTP side: imports and pages. */
@NullMarked
package dev.ordo.catalog.web;

import org.jspecify.annotations.NullMarked;
