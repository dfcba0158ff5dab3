package dev.ordo.wave.web;

import dev.ordo.shared.Ids;
import dev.ordo.site.Walking;
import dev.ordo.wave.Wave;
import dev.ordo.wave.WaveStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A wave as outside systems read it. */
public record WaveView(
    String id,
    String warehouse,
    WaveStatus status,
    String formedBy,
    int consignments,
    int units,
    double metres,
    double baselineMetres,
    Walking walking,
    double otherMetres,
    double leastMetres,
    String score,
    String configHash,
    long seed,
    Instant createdAt,
    @Nullable Instant releasedAt,
    @Nullable Instant finishedAt) {

  static WaveView of(Wave wave) {
    return new WaveView(
        Ids.text(wave.id()),
        wave.warehouse(),
        wave.status(),
        wave.formedBy(),
        wave.consignments(),
        wave.units(),
        wave.metres(),
        wave.baseline(),
        wave.walking(),
        wave.otherMetres(),
        wave.leastMetres(),
        wave.score(),
        wave.configHash(),
        wave.seed(),
        wave.createdAt(),
        wave.releasedAt(),
        wave.finishedAt());
  }
}
