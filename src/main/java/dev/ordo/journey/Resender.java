package dev.ordo.journey;

/** Takes a payload again after a person looked at it. */
public interface Resender {
  /** The incidents it answers for, by {@link NewIncident#source}; {@code "stage:*"} by prefix. */
  String source();

  /** Runs in the transaction that closes the incident; a Refusal leaves it open. */
  void resend(String payload);
}
