/** Pages and API of the books. */
@NullMarked
package dev.ordo.finance.web;

import org.jspecify.annotations.NullMarked;
