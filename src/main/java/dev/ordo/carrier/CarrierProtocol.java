package dev.ordo.carrier;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** How one carrier writes calls, signs them, answers and pushes. */
public interface CarrierProtocol {
  /** The clock on all of these wires. */
  ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /** Name in {@link Carrier#protocol()}. */
  String name();

  /** Writes and signs a call. */
  Wire write(CarrierCall call, Credentials credentials, Instant at);

  /** Reads what came back on a call. */
  CarrierAnswer read(CarrierCall call, String body);

  /**
   * Reads scans the carrier sent by itself.
   *
   * @param headers header names in lower case
   * @param parameters query and form parameters
   * @throws BadPush if the signature is not the carrier's
   */
  Pushed push(
      Map<String, String> headers,
      Map<String, String> parameters,
      String body,
      Credentials credentials);

  /**
   * A signed call.
   *
   * @param path below the carrier's base address, starts with a slash or is empty
   * @param query without question mark, may be empty
   */
  record Wire(
      String path, String query, String contentType, Map<String, String> headers, String body) {}

  /**
   * A push that was the carrier's.
   *
   * @param reply what the carrier wants to hear
   */
  record Pushed(List<Scan> scans, String reply) {}

  /** Somebody else pushed, or the carrier with another key. */
  class BadPush extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadPush(String protocol) {
      super("The push for (%s) is not signed with our shared secret.".formatted(protocol));
    }
  }
}
