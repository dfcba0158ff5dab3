package dev.ordo.channel;

import java.util.List;

/**
 * Tells a shop that goods of one of its orders left the house.
 *
 * @param carrier our carrier code, such as ZTO
 * @param lineNos the lines in this parcel
 * @param whole whether nothing of the order is left to ship
 */
public record ShipNotice(
    String platformNo, String carrier, String waybillNo, List<String> lineNos, boolean whole) {
  public ShipNotice {
    lineNos = List.copyOf(lineNos);
  }
}
