/** Words every module speaks: money, articles, ids, clocks, scopes and refusals. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.ordo.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
