package dev.ordo.carrier;

/** The wire to a carrier broke: whether the call arrived is unknown, so it is repeated. */
public class CarrierUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CarrierUnreachable(String carrier, Throwable cause) {
    super("The carrier (%s) could not be asked: %s".formatted(carrier, cause.getMessage()), cause);
  }
}
