package dev.ordo.shipping;

/** A parcel got no waybill; the stage tries it again later and tells a person in the end. */
class WaybillFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WaybillFailed(String message) {
    super(message);
  }
}
