/** The REST imports that set a company's sites up. */
@NullMarked
package dev.ordo.site.web;

import org.jspecify.annotations.NullMarked;
