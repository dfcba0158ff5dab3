/** What people have to do: tasks with an owner role, an assignee, a deadline and a log. */
@ApplicationModule(allowedDependencies = {"access", "console"})
@NullMarked
package dev.ordo.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
