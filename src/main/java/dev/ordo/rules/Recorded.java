package dev.ordo.rules;

import java.util.List;

/** A decision and what it is about, ready to be written in the transaction of its effect. */
public record Recorded(Decision decision, List<Subject> subjects) {}
