/** Order pages and the order API. */
@NullMarked
package dev.ordo.order.web;

import org.jspecify.annotations.NullMarked;
