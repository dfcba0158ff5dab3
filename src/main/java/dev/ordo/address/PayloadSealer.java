package dev.ordo.address;

import dev.ordo.journey.Sealer;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Lends the keys of personal data to the payloads of incidents. */
@Component
class PayloadSealer implements Sealer {
  private final PersonalData personal;

  PayloadSealer(PersonalData personal) {
    this.personal = personal;
  }

  @Override
  public byte[] seal(String text) {
    return personal.encrypt(text).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String open(byte[] sealed) {
    return personal.decrypt(new String(sealed, StandardCharsets.US_ASCII));
  }
}
