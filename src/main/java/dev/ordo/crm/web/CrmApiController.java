package dev.ordo.crm.web;

import dev.ordo.crm.BadArea;
import dev.ordo.crm.BlockEntry;
import dev.ordo.crm.BlockKind;
import dev.ordo.crm.BlockList;
import dev.ordo.crm.Grade;
import dev.ordo.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The lists for other systems: idempotent imports, taken whole or not at all. */
@RestController
class CrmApiController {
  private static final String GUARD = "hasAnyRole('INTEGRATION', 'OPS_MANAGER')";
  private static final int MOST = 5_000;

  /** Somebody to be careful with; a phone number comes in plain text and is kept as a hash. */
  record Block(
      @Nullable BlockKind kind,
      @Nullable String value,
      @Nullable Grade grade,
      @Nullable String reason) {}

  /** A division to be careful with. */
  record Area(@Nullable String divisionCode, @Nullable Grade grade, @Nullable String reason) {}

  /** How many rows an import took. */
  record Taken(int taken) {}

  private final BlockList list;

  CrmApiController(BlockList list) {
    this.list = list;
  }

  @GetMapping("/api/block-list")
  @PreAuthorize("hasAnyRole('INTEGRATION', 'OPS_MANAGER', 'AUDITOR')")
  List<BlockEntry> entries() {
    return list.entries();
  }

  @GetMapping("/api/bad-areas")
  List<BadArea> areas() {
    return list.areas();
  }

  @PutMapping("/api/block-list")
  @PreAuthorize(GUARD)
  @Transactional
  public Taken putBlocks(@RequestBody List<Block> blocks) {
    refuseTooMany(blocks.size());
    for (Block block : blocks) {
      list.block(
          given("kind", block.kind()),
          given("value", block.value()),
          given("grade", block.grade()),
          given("reason", block.reason()));
    }
    return new Taken(blocks.size());
  }

  @PutMapping("/api/bad-areas")
  @PreAuthorize(GUARD)
  @Transactional
  public Taken putAreas(@RequestBody List<Area> areas) {
    refuseTooMany(areas.size());
    for (Area area : areas) {
      list.mark(
          given("divisionCode", area.divisionCode()),
          given("grade", area.grade()),
          given("reason", area.reason()));
    }
    return new Taken(areas.size());
  }

  private static void refuseTooMany(int size) {
    if (size > MOST) {
      throw new Refusal("size", size, "Send at most %d at a time.".formatted(MOST));
    }
  }

  private static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw new Refusal(field, "", "Give this field for every element.");
    }
    return value;
  }
}
