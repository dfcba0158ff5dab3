/** Pages and answers about incidents and routes. */
@NullMarked
package dev.ordo.journey.web;

import org.jspecify.annotations.NullMarked;
