package dev.ordo.address;

import org.jspecify.annotations.Nullable;

/** The three levels while an address is being read. */
record Place(
    @Nullable Division province,
    @Nullable Division city,
    @Nullable Division district,
    LevelStatus provinceStatus,
    LevelStatus cityStatus,
    LevelStatus districtStatus) {

  static final Place NOWHERE =
      new Place(null, null, null, LevelStatus.MISSING, LevelStatus.MISSING, LevelStatus.MISSING);

  Place province(@Nullable Division division, LevelStatus status) {
    return new Place(division, city, district, status, cityStatus, districtStatus);
  }

  Place city(@Nullable Division division, LevelStatus status) {
    return new Place(province, division, district, provinceStatus, status, districtStatus);
  }

  Place district(@Nullable Division division, LevelStatus status) {
    return new Place(province, city, division, provinceStatus, cityStatus, status);
  }

  /** The division everything given so far lies in; empty for the whole country. */
  String scope() {
    return city != null ? city.code() : province != null ? province.code() : "";
  }

  Address with(String detail) {
    return new Address(
        "CN",
        code(province),
        code(city),
        code(district),
        name(province),
        name(city),
        name(district),
        provinceStatus,
        cityStatus,
        districtStatus,
        detail);
  }

  private static String code(@Nullable Division division) {
    return division == null ? "" : division.code();
  }

  private static String name(@Nullable Division division) {
    return division == null ? "" : division.name();
  }
}
