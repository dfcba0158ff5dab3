package dev.ordo.site;

import java.time.Duration;

/**
 * How a warehouse works.
 *
 * @param waveWindow the longest a consignment waits for a wave
 * @param waveCount so many waiting consignments form a wave at once
 * @param waybillAt when the carrier is asked for the waybill
 * @param deductAt when shipped units leave the stock
 * @param walking how pickers walk the aisles; free floors know the shortest way only
 * @param split how a large wave is split
 * @param wallSlots how many consignments of a wave the seed wall holds; 0 if it holds any number
 * @param topUp whether consignments that come later join a wave by themselves
 */
public record WarehouseSettings(
    Duration waveWindow,
    int waveCount,
    WaybillAt waybillAt,
    DeductAt deductAt,
    Walking walking,
    WaveSplit split,
    int wallSlots,
    TopUp topUp) {

  /** 30 minutes or 100 consignments, waybill and deduction at the measured weight. */
  public static final WarehouseSettings DEFAULT =
      new WarehouseSettings(Duration.ofMinutes(30), 100, WaybillAt.PACKED, DeductAt.WAYBILL);

  /** Walked by the shortest way, waves in one piece, a wall for any wave. */
  public WarehouseSettings(
      Duration waveWindow, int waveCount, WaybillAt waybillAt, DeductAt deductAt) {
    this(
        waveWindow, waveCount, waybillAt, deductAt, Walking.SHORTEST, WaveSplit.NONE, 0, TopUp.OFF);
  }

  WarehouseSettings withWaves(Duration window, int count) {
    return new WarehouseSettings(
        window, count, waybillAt, deductAt, walking, split, wallSlots, topUp);
  }

  WarehouseSettings withSplit(WaveSplit other) {
    return new WarehouseSettings(
        waveWindow, waveCount, waybillAt, deductAt, walking, other, wallSlots, topUp);
  }

  WarehouseSettings withTopUp(TopUp other) {
    return new WarehouseSettings(
        waveWindow, waveCount, waybillAt, deductAt, walking, split, wallSlots, other);
  }

  /** The consignment status at which the waybill is fetched. */
  public enum WaybillAt {
    ALLOCATED,
    PACKED
  }

  /** The act that takes shipped units off the stock. */
  public enum DeductAt {
    WAYBILL,
    HAND_OVER
  }
}
