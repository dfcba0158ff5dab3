/** Pages and API of customers and block list. */
@NullMarked
package dev.ordo.crm.web;

import org.jspecify.annotations.NullMarked;
