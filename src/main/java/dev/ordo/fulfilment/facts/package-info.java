/** What the rules of planning and sourcing see and say. */
@NullMarked
package dev.ordo.fulfilment.facts;

import org.jspecify.annotations.NullMarked;
