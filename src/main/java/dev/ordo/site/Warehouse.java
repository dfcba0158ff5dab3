package dev.ordo.site;

import java.time.Duration;
import java.time.ZoneId;

/**
 * A building goods ship from.
 *
 * @param code 2 to 20 of A-Z, 0-9, dash
 * @param zone the time zone of its business day and cut-offs
 * @param provinceCode administrative division, two digits
 * @param cityCode administrative division, four digits
 * @param address the sender's address on labels
 * @param priority lower is preferred where rules leave a choice
 */
public record Warehouse(
    String code,
    String name,
    ZoneId zone,
    String provinceCode,
    String cityCode,
    String address,
    int priority,
    Layout layout,
    WarehouseSettings settings) {

  /** The same with waves of another size. */
  public Warehouse withWaves(Duration window, int count) {
    return with(settings.withWaves(window, count));
  }

  /** The same with waves that are topped up like this. */
  public Warehouse withTopUp(TopUp topUp) {
    return with(settings.withTopUp(topUp));
  }

  /** The same with large waves split like this. */
  public Warehouse withSplit(WaveSplit split) {
    return with(settings.withSplit(split));
  }

  private Warehouse with(WarehouseSettings other) {
    return new Warehouse(
        code, name, zone, provinceCode, cityCode, address, priority, layout, other);
  }
}
