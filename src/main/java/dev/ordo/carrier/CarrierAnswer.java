package dev.ordo.carrier;

import java.util.List;

/** What a carrier said; a broken wire is an exception instead. */
public sealed interface CarrierAnswer {
  /**
   * A waybill number with what the sorting machines read.
   *
   * @param routeCode the very large code on the label, empty if the carrier gave none
   * @param hub consolidation point, empty if the carrier gave none
   * @param product the carrier's name of the service, may be empty
   */
  record Issued(String waybillNo, String routeCode, String hub, String product)
      implements CarrierAnswer {}

  record Cancelled() implements CarrierAnswer {}

  /** The carrier tries to bring the parcel back. */
  record Intercepting() implements CarrierAnswer {}

  record Traced(List<Scan> scans) implements CarrierAnswer {}

  /**
   * The carrier understood and said no.
   *
   * @param again whether the order number is known already, so that it can be asked for
   * @param later whether trying later may help, e.g. after a rate limit
   */
  record Declined(String code, String text, boolean again, boolean later)
      implements CarrierAnswer {}
}
