/** Page and API of purchasing. */
@NullMarked
package dev.ordo.purchasing.web;

import org.jspecify.annotations.NullMarked;
