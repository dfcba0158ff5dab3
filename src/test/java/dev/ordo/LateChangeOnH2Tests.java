package dev.ordo;

/** Late changes on the embedded database. */
class LateChangeOnH2Tests extends LateChangeTests {}
