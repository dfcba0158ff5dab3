package dev.ordo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A parcel as its carrier knows it; where it is follows from the time alone.
 *
 * @param orderNo the sender's number of it: asked again, the carrier gives the same waybill
 * @param origin province and city it comes from
 * @param place province and city it goes to
 * @param begun when the waybill was made, in business time
 * @param collected when the van took it, {@link Instant#MAX} before that
 */
record Parcel(
    String carrier,
    String waybill,
    String orderNo,
    String origin,
    String place,
    Instant begun,
    Instant collected,
    boolean cancelled) {

  Parcel {
    origin = origin == null ? "" : origin;
  }

  /** Where a parcel is on its way. */
  enum Leg {
    COLLECTED("快件已被揽收"),
    DEPARTED("快件离开始发转运中心"),
    ARRIVED("快件到达目的地转运中心"),
    OUT("派送中，派送员正在为您派件"),
    FAILED("派送不成功：客户不在，电话无人接听"),
    DELIVERED("快件已签收，签收人：本人");

    final String text;

    Leg(String text) {
      this.text = text;
    }
  }

  /** One scan. */
  record Seen(Leg leg, Instant at, String place) {}

  private enum Story {
    SMOOTH,
    STUCK,
    NO_ONE_HOME,
    LONG_OUT
  }

  /** Half a per cent of each kind of trouble, decided by the waybill number. */
  private Story story() {
    long dice = Math.floorMod(Dice.mixed(waybill.hashCode()), 1_000L);
    return dice < 5
        ? Story.STUCK
        : dice < 10 ? Story.NO_ONE_HOME : dice < 15 ? Story.LONG_OUT : Story.SMOOTH;
  }

  /** Everything scanned up to now, oldest first. */
  List<Seen> seen(Instant now) {
    List<Seen> all = new ArrayList<>();
    if (cancelled || collected.equals(Instant.MAX)) {
      return all;
    }
    add(all, Leg.COLLECTED, 0);
    add(all, Leg.DEPARTED, near() ? 1 : 4);
    Story story = story();
    if (story != Story.STUCK) {
      int arrived = hoursToArrive();
      int out = arrived + (near() ? 1 : 6);
      add(all, Leg.ARRIVED, arrived);
      add(all, Leg.OUT, out);
      if (story == Story.NO_ONE_HOME) {
        add(all, Leg.FAILED, out + 4);
        add(all, Leg.OUT, out + 24);
      }
      int delivered =
          story == Story.SMOOTH ? out + 3 : story == Story.LONG_OUT ? out + 34 : out + 28;
      add(all, Leg.DELIVERED, delivered);
    } else {
      add(all, Leg.ARRIVED, 96);
      add(all, Leg.OUT, 102);
      add(all, Leg.DELIVERED, 105);
    }
    all.removeIf(scan -> scan.at.isAfter(now));
    return all;
  }

  /** Within a warehouse's own province parcels are out the same day, elsewhere the next. */
  private boolean near() {
    return Stream.of(Company.House.values()).anyMatch(house -> place.startsWith(house.province));
  }

  private int hoursToArrive() {
    int spread = Math.floorMod(waybill.hashCode(), 12);
    return near() ? 2 + spread / 3 : 14 + spread;
  }

  private void add(List<Seen> all, Leg leg, int hours) {
    String where = leg.compareTo(Leg.ARRIVED) < 0 ? origin : place;
    all.add(new Seen(leg, collected.plus(Duration.ofHours(hours)), where));
  }

  Parcel takenAt(Instant at) {
    return new Parcel(carrier, waybill, orderNo, origin, place, begun, at, cancelled);
  }

  Parcel calledOff() {
    return new Parcel(carrier, waybill, orderNo, origin, place, begun, collected, true);
  }
}
