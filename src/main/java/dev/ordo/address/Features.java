package dev.ordo.address;

/**
 * What rules may know about a receiver: no plain text, only what was derived from it at intake.
 *
 * @param detailCheckable false when the detail is masked or a token stands for it, or the address
 *     is abroad; then the length is -1 and the flags of the detail are false: "not checkable"
 *     passes
 * @param detailLength characters without spaces and punctuation, -1 when not checkable
 * @param digitsOnly nothing but digits where a place should be ("某某路123456789号")
 * @param specialCharacters emoji, control characters and signs no address needs
 * @param containsPhone a phone number in the detail
 * @param sameAsAbove the detail only points elsewhere ("同上", "电联", "老地方")
 * @param phoneHash keyed hash of the number to look it up by, empty when it is not in plain text
 * @param receiverKey equal for the same person at the same place however it was typed; random,
 *     hence equal to none, when nothing reliable was given
 */
public record Features(
    boolean abroad,
    String provinceCode,
    String cityCode,
    String districtCode,
    LevelStatus provinceStatus,
    LevelStatus cityStatus,
    LevelStatus districtStatus,
    boolean detailCheckable,
    int detailLength,
    boolean digitsOnly,
    boolean specialCharacters,
    boolean containsPhone,
    boolean sameAsAbove,
    PhoneStatus phoneStatus,
    boolean nameGiven,
    String phoneHash,
    String receiverKey) {

  /** Whether any level has this status. */
  public boolean anyLevel(LevelStatus status) {
    return provinceStatus == status || cityStatus == status || districtStatus == status;
  }
}
