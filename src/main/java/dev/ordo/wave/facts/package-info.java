/** What the rules of the pick method see and say. */
@NullMarked
package dev.ordo.wave.facts;

import org.jspecify.annotations.NullMarked;
