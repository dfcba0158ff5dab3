/** Carriers' pushes. */
@NullMarked
package dev.ordo.tracking.web;

import org.jspecify.annotations.NullMarked;
