/** Pages about single decisions, the whole trail of them and the health of rules. */
@NullMarked
package dev.ordo.trail.web;

import org.jspecify.annotations.NullMarked;
