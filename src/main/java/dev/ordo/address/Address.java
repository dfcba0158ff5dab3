package dev.ordo.address;

/**
 * An address as understood: division codes with a status per level, and what is left as detail.
 *
 * @param country "CN", or the country as given when it is abroad
 * @param provinceCode 2 digits, empty when not known; likewise city (4) and district (6)
 * @param detail street and house without the repeated divisions, before it the town if one was
 *     given
 */
public record Address(
    String country,
    String provinceCode,
    String cityCode,
    String districtCode,
    String province,
    String city,
    String district,
    LevelStatus provinceStatus,
    LevelStatus cityStatus,
    LevelStatus districtStatus,
    String detail) {

  /** Abroad nothing can be checked against the division tables. */
  static Address abroad(RawAddress raw) {
    return new Address(
        raw.country().strip(),
        "",
        "",
        "",
        raw.province().strip(),
        raw.city().strip(),
        raw.district().strip(),
        LevelStatus.UNKNOWN,
        LevelStatus.UNKNOWN,
        LevelStatus.UNKNOWN,
        (raw.town() + " " + raw.detail()).strip());
  }

  public boolean isAbroad() {
    return !country.equals("CN");
  }

  /** The deepest code known, empty when not even the province is. */
  public String deepestCode() {
    return !districtCode.isEmpty() ? districtCode : !cityCode.isEmpty() ? cityCode : provinceCode;
  }
}
