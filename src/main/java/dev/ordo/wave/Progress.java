package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follows picked waves until the last of their consignments is packed. */
@Component
class Progress {
  private final WaveRows waves;
  private final Consignments consignments;
  private final PrePacking prePacking;

  Progress(WaveRows waves, Consignments consignments, PrePacking prePacking) {
    this.waves = waves;
    this.consignments = consignments;
    this.prePacking = prePacking;
  }

  @Scheduled(fixedDelay = 20_000)
  @Transactional
  void look() {
    for (Wave wave : waves.on(WaveStatus.SORTING, WaveStatus.CHECKING)) {
      List<Consignment> members = consignments.ofWave(wave.id());
      if (allBeyond(members, ConsignmentStatus.PACKED)) {
        waves.move(wave.id(), wave.status(), WaveStatus.FINISHED);
        prePacking.over(wave.id());
      } else if (wave.status() == WaveStatus.SORTING
          && allBeyond(members, ConsignmentStatus.SORTED)) {
        waves.move(wave.id(), WaveStatus.SORTING, WaveStatus.CHECKING);
      }
    }
  }

  private static boolean allBeyond(List<Consignment> members, ConsignmentStatus least) {
    return members.stream().allMatch(c -> c.status().compareTo(least) >= 0);
  }
}
