/** Plans trips: exact pick routes by dynamic programming inside an OptaPlanner search. */
@NullMarked
package dev.ordo.wave.solver;

import org.jspecify.annotations.NullMarked;
