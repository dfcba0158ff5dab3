/** The vocabulary for editors, and the page that says why a rule did not fire. */
@NullMarked
package dev.ordo.analysis.web;

import org.jspecify.annotations.NullMarked;
