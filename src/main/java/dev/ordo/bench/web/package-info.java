/** The bench for floor devices and for the person who stands at it. */
@NullMarked
package dev.ordo.bench.web;

import org.jspecify.annotations.NullMarked;
