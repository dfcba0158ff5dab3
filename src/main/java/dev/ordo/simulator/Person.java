package dev.ordo.simulator;

/**
 * A buyer and where the buyer lives.
 *
 * @param id stable at the platform
 */
record Person(
    String id,
    String name,
    String phone,
    String province,
    String city,
    String district,
    String detail) {

  Person livingAt(Person other) {
    return new Person(id, name, phone, other.province, other.city, other.district, other.detail);
  }

  Person withRegion(String newProvince, String newCity, String newDistrict) {
    return new Person(id, name, phone, newProvince, newCity, newDistrict, detail);
  }

  Person withDetail(String newDetail) {
    return new Person(id, name, phone, province, city, district, newDetail);
  }

  String maskedName() {
    return name.substring(0, 1) + "**";
  }

  String maskedPhone() {
    return phone.substring(0, 3) + "****" + phone.substring(7);
  }

  String maskedDetail() {
    return detail.substring(0, Math.min(2, detail.length())) + "***";
  }

  /** What platforms give in place of the person: equal for the same person at the same place. */
  String token() {
    return "1" + Signs.md5(id + name + phone + province + city + district + detail);
  }
}
