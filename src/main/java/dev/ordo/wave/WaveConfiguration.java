package dev.ordo.wave;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import dev.ordo.journey.Fingerprint;
import dev.ordo.journey.Pool;
import dev.ordo.journey.TablePool;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.MachineClock;
import dev.ordo.wave.solver.PickerPlanner;
import dev.ordo.wave.solver.SolverConfigs;
import dev.ordo.wave.solver.TripPlanner;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The planners, the pool of waves to plan, and the entries of the warehouse menu. */
@Configuration
@EnableConfigurationProperties(WaveSettings.class)
class WaveConfiguration {
  @Bean
  SolverConfigs solverConfigs(@Value("${ordo.files:.}") String files) {
    return new SolverConfigs(Path.of(files, "solver-configs"));
  }

  @Bean
  Fingerprint solverConfigFiles(SolverConfigs configs) {
    return new Fingerprint(
        "solver-configs",
        () ->
            configs.hashes(List.of(TripPlanner.FILE, TripPlanner.VISITS_FILE, PickerPlanner.FILE)));
  }

  @Bean
  TripPlanner tripPlanner(SolverConfigs configs) {
    return new TripPlanner(configs);
  }

  @Bean
  PickerPlanner pickerPlanner(SolverConfigs configs) {
    return new PickerPlanner(configs);
  }

  @Bean
  Presence presence(Crews crews) {
    return crews::presence;
  }

  @Bean
  Pool wavePlanPool(JdbcTemplate jdbc, BusinessClock business, MachineClock machine) {
    return new TablePool(
        jdbc, business, machine, "wave-plan", "wave", "status IN ('DRAFT', 'OPTIMISING')", "id");
  }

  @Bean
  Pool waveRevisePool(JdbcTemplate jdbc, BusinessClock business, MachineClock machine) {
    return new TablePool(
        jdbc,
        business,
        machine,
        WaveWishes.STAGE,
        "wave",
        "wanted > revision AND status IN ('RELEASED', 'PICKING')",
        "id");
  }

  @Bean
  MenuItem wavesMenu() {
    return new MenuItem(
        "/waves", "wave.waves", 210, Role.WAREHOUSE, Role.OPS_MANAGER, Role.AUDITOR);
  }

  @Bean
  MenuItem pdaPickMenu() {
    return new MenuItem("/pda/pick", "wave.pda", 220, Role.WAREHOUSE);
  }
}
