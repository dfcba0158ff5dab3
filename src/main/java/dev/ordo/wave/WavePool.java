package dev.ordo.wave;

import dev.ordo.fulfilment.Consignments;
import dev.ordo.journey.TablePool;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.MachineClock;
import dev.ordo.site.Sites;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What waits for a wave. One claim is one wave of one warehouse, and there is one only when the
 * warehouse's window is over, its count is reached, a carrier leaves soon or there is room in a
 * wave that nobody picks yet.
 */
@Component
class WavePool extends TablePool {
  private final MachineClock machine;
  private final Consignments consignments;
  private final Sites sites;
  private final WaveTrigger trigger;
  private final TopUps topUps;

  WavePool(
      JdbcTemplate jdbc,
      BusinessClock business,
      MachineClock machine,
      Consignments consignments,
      Sites sites,
      WaveTrigger trigger,
      TopUps topUps) {
    super(
        jdbc, business, machine, "wave", "consignment", "status = 'ALLOCATED'", "promised_at, id");
    this.machine = machine;
    this.consignments = consignments;
    this.sites = sites;
    this.trigger = trigger;
    this.topUps = topUps;
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public List<Long> claim(int max) {
    for (Consignments.Waiting waiting : consignments.waiting(machine.now())) {
      var warehouse = sites.find(waiting.warehouse());
      if (warehouse.isPresent() && trigger.of(waiting, warehouse.get().settings()).isPresent()) {
        int most = Math.min(max, warehouse.get().settings().waveCount());
        return consignments.claimForWave(waiting.warehouse(), most, machine.now());
      }
      List<Long> joining = warehouse.map(w -> topUps.claim(w, max)).orElse(List.of());
      if (!joining.isEmpty()) {
        return joining;
      }
    }
    return List.of();
  }
}
