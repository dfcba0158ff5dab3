/** What the rules of audit and risk see of an order, and what they may say about it. */
@NullMarked
package dev.ordo.audit.facts;

import org.jspecify.annotations.NullMarked;
