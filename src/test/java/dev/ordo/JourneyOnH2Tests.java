package dev.ordo;

/** The journey on the embedded database. */
class JourneyOnH2Tests extends JourneyTests {}
