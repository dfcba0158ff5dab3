package dev.ordo.address;

import java.nio.file.Path;
import java.util.List;

/** The doors of this module under a fixed key, for the tests of others. */
public final class TestAddresses {
  private static final String KEY = "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private TestAddresses() {}

  public static PersonalData personalData() {
    return new PersonalData(new PersonalDataSettings(List.of(KEY), Path.of("never-written")));
  }

  public static Addresses addresses() {
    return new Addresses(personalData());
  }
}
