/** The HTTP side of intake. */
@NullMarked
package dev.ordo.channel.web;

import org.jspecify.annotations.NullMarked;
