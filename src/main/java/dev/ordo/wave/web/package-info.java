/** Waves and pick lists over HTTP, on pages and on the pickers' PDAs. */
@NullMarked
package dev.ordo.wave.web;

import org.jspecify.annotations.NullMarked;
