package dev.ordo.journey;

/** One event on its way to one watcher. */
record OutboxRow(String watcher, Event event) {}
