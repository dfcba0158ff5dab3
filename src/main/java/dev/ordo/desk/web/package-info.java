/** The task pages and their API. */
@NullMarked
package dev.ordo.desk.web;

import org.jspecify.annotations.NullMarked;
