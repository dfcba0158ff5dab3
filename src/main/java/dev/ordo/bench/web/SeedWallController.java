package dev.ordo.bench.web;

import dev.ordo.bench.Scan;
import dev.ordo.bench.SeedWall;
import dev.ordo.bench.SeedWall.Slot;
import dev.ordo.bench.SeedWall.Sorted;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The seed wall for scanners: each scan is answered with the slot to light up. */
@RestController
@RequestMapping("/api/seed-walls/{wave}")
@PreAuthorize("hasAnyRole('WAREHOUSE', 'INTEGRATION', 'OPS_MANAGER')")
class SeedWallController {
  /**
   * An answer as devices get it.
   *
   * @param sound PASS or ALARM
   */
  record Answer(Sorted sorted, String sound, String article) {}

  private final SeedWall wall;
  private final Sentences sentences;

  SeedWallController(SeedWall wall, Sentences sentences) {
    this.wall = wall;
    this.sentences = sentences;
  }

  @GetMapping
  List<Slot> slots(@PathVariable String wave) {
    return wall.slots(Numbers.read(wave));
  }

  @PostMapping("/sort")
  Answer sort(@PathVariable String wave, @RequestBody ScanRequest request, Locale locale) {
    List<Scan> scans = request.checked();
    if (scans.size() > 1) {
      throw new Refusal("scans", scans.size(), "Send one scan; its qty may be more than 1.");
    }
    Sorted sorted = wall.sort(Numbers.read(wave), scans.getFirst());
    return new Answer(
        sorted, sorted.result().good() ? "PASS" : "ALARM", sentences.article(sorted.sku(), locale));
  }
}
