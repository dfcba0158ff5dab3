/** Pages about decision points and single decisions. */
@NullMarked
package dev.ordo.rules.web;

import org.jspecify.annotations.NullMarked;
