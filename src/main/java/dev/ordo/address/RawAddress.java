package dev.ordo.address;

/**
 * An address as a platform delivered it, in separate fields; any may be empty.
 *
 * @param country ISO code or name; empty means China
 * @param district district, or the town of a city without districts
 * @param detail street, house and whatever else was typed
 */
public record RawAddress(
    String country, String province, String city, String district, String town, String detail) {

  public static RawAddress inChina(String province, String city, String district, String detail) {
    return new RawAddress("", province, city, district, "", detail);
  }
}
