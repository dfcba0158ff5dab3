package dev.ordo;

/** Newer versions on the embedded database. */
class NewerVersionOnH2Tests extends NewerVersionTests {}
