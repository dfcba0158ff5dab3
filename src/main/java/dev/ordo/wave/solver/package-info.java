/** Plans trips: exact pick routes by dynamic programming inside an OptaPlanner search. */
@NamedInterface("solver")
@NullMarked
package dev.ordo.wave.solver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
