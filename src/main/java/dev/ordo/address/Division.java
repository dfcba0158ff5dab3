package dev.ordo.address;

/**
 * One Chinese administrative division, named as the statistics office names it.
 *
 * @param code GB/T 2260: 2 digits province, 4 city, 6 district; Hong Kong, Macau and Taiwan carry
 *     81, 82, 71 with running numbers of our own below
 * @param parent code of the level above, empty for a province
 */
public record Division(String code, String name, Level level, String parent) {
  /** The three levels an address must name. */
  public enum Level {
    PROVINCE,
    CITY,
    DISTRICT
  }

  boolean isPlaceholder() {
    return level == Level.CITY
        && (name.equals("市辖区") || name.equals("县") || name.endsWith("直辖县级行政区划"));
  }

  boolean isProvince() {
    return level == Level.PROVINCE;
  }

  boolean isCity() {
    return level == Level.CITY;
  }

  boolean isDistrict() {
    return level == Level.DISTRICT;
  }

  /** Whether the other division lies in this one (or is it). */
  boolean contains(Division other) {
    return other.code.startsWith(code);
  }
}
