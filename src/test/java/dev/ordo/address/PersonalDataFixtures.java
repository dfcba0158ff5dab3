package dev.ordo.address;

import java.nio.file.Path;
import java.util.List;

/** Personal data under a key that only tests know. */
public final class PersonalDataFixtures {
  private PersonalDataFixtures() {}

  public static PersonalData personalData() {
    String key = "test:" + java.util.Base64.getEncoder().encodeToString(new byte[32]);
    return new PersonalData(new PersonalDataSettings(List.of(key), Path.of("never-written")));
  }
}
