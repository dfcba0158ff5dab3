package dev.ordo.trail;

import java.time.Duration;
import java.time.Instant;

/** Decisions asked again. */
public record ReplayRun(Instant at, int asked, int differing, Duration took) {}
