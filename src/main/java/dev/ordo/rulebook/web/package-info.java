/** Pages of the rulebook: from draft through gates and approval to active, and back. */
@NullMarked
package dev.ordo.rulebook.web;

import org.jspecify.annotations.NullMarked;
