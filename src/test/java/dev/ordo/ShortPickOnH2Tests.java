package dev.ordo;

/** Short picks on the embedded database. */
class ShortPickOnH2Tests extends ShortPickTests {}
