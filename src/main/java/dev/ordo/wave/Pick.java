package dev.ordo.wave;

/**
 * Units of one consignment line to take from one location.
 *
 * @param sequence stop on the trip, from 1; picks of one article at one location share it
 * @param slot the cell as aisle.block.cell.side, empty if the layout does not know the location
 * @param batch batch to take, empty if goods have none
 * @param picked units in hand, 0 to qty
 * @param tote tote on the trolley or slot of the seed wall, from 1
 * @param lack why units are missing; NONE unless SHORT
 */
public record Pick(
    long id,
    long tripId,
    long waveId,
    int sequence,
    String location,
    String slot,
    String sku,
    String name,
    String batch,
    int qty,
    int picked,
    PickStatus status,
    long consignmentId,
    long lineId,
    int tote,
    Lack lack) {

  /** The same at another place in the walk. */
  Pick at(int nowSequence) {
    return new Pick(
        id,
        tripId,
        waveId,
        nowSequence,
        location,
        slot,
        sku,
        name,
        batch,
        qty,
        picked,
        status,
        consignmentId,
        lineId,
        tote,
        lack);
  }

  Pick with(int nowPicked, PickStatus nowStatus, Lack nowLack) {
    return new Pick(
        id,
        tripId,
        waveId,
        sequence,
        location,
        slot,
        sku,
        name,
        batch,
        qty,
        nowPicked,
        nowStatus,
        consignmentId,
        lineId,
        tote,
        nowLack);
  }
}
