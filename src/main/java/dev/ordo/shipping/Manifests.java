package dev.ordo.shipping;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** What each carrier collected. */
@Service
public class Manifests {
  /**
   * A collection by one carrier at one warehouse.
   *
   * @param departsAt regular collection or cut-off
   * @param weightG grams of all its parcels
   */
  public record Manifest(
      long id, String warehouse, String carrier, Instant departsAt, int parcels, long weightG) {}

  private final ParcelRows rows;

  Manifests(ParcelRows rows) {
    this.rows = rows;
  }

  /** The latest collections first. */
  public List<Manifest> newest(int limit) {
    return rows.newestManifests(limit);
  }
}
