package dev.ordo;

/** Recalls on the embedded database. */
class RecallOnH2Tests extends RecallTests {}
