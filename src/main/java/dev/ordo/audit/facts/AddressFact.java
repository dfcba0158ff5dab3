package dev.ordo.audit.facts;

/**
 * What was derived from the receiver at intake; no plain text.
 *
 * @param detailLength characters of the detail without spaces and punctuation, −1 when not
 *     checkable
 * @param digitsOnly nothing but digits where a place should be
 * @param specialCharacters emoji, control characters, signs no address needs
 * @param containsPhone a phone number in the detail
 * @param sameAsAbove the detail only points elsewhere ("同上", "电联", "老地方")
 */
public record AddressFact(
    boolean abroad,
    PlaceStatus province,
    PlaceStatus city,
    PlaceStatus district,
    int detailLength,
    boolean digitsOnly,
    boolean specialCharacters,
    boolean containsPhone,
    boolean sameAsAbove,
    PhoneStatus phone,
    boolean nameGiven) {

  /** Whether any level is not given. */
  public boolean incomplete() {
    return any(PlaceStatus.MISSING);
  }

  /** Whether the levels exclude each other. */
  public boolean contradictory() {
    return any(PlaceStatus.CONTRADICTORY);
  }

  private boolean any(PlaceStatus status) {
    return province == status || city == status || district == status;
  }
}
