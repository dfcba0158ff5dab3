package dev.ordo.wave.web;

import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.wave.Absences;
import dev.ordo.wave.WaveBoard;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Arranging waves and their pickers, for outside systems; every request may be sent again. */
@RestController
@PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER', 'INTEGRATION')")
class BoardController {
  /** Consignments by their printed ids. */
  record MoveRequest(@Nullable List<String> consignments) {
    List<Long> ids() {
      if (consignments == null || consignments.isEmpty()) {
        throw new Refusal("consignments", "null", "Name at least one.");
      }
      return consignments.stream().map(Ids::parse).toList();
    }
  }

  /** Where a consignment stays: WAVE or TRIP. */
  record LockRequest(@Nullable String keeps) {
    boolean onTrip() {
      boolean onTrip = "TRIP".equals(keeps);
      if (!onTrip && !"WAVE".equals(keeps)) {
        throw new Refusal("keeps", String.valueOf(keeps), "Say WAVE or TRIP.");
      }
      return onTrip;
    }
  }

  /** The warehouse a picker works in. */
  record AbsenceRequest(@Nullable String warehouse) {
    String checked() {
      if (warehouse == null) {
        throw new Refusal("warehouse", "null", "Name a warehouse you work in.");
      }
      return warehouse;
    }
  }

  /** How many trips others go on with. */
  record HandedOn(int trips) {}

  private final WaveBoard board;
  private final Absences absences;

  BoardController(WaveBoard board, Absences absences) {
    this.board = board;
    this.absences = absences;
  }

  @GetMapping("/api/waves/board")
  List<BoardView> board(@RequestParam String warehouse) {
    return board.cards(warehouse).stream().map(BoardView::of).toList();
  }

  @PostMapping("/api/waves/{id}/revisions")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void planAgain(@PathVariable String id) {
    board.resolve(Ids.parse(id));
  }

  /** How many consignments joined. */
  record ToppedUp(int consignments) {}

  @PostMapping("/api/waves/{id}/top-ups")
  ToppedUp topUp(@PathVariable String id) {
    return new ToppedUp(board.topUp(Ids.parse(id)));
  }

  @PostMapping("/api/waves/{id}/consignments")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void move(@PathVariable String id, @RequestBody MoveRequest request) {
    board.move(Ids.parse(id), request.ids());
  }

  @DeleteMapping("/api/waves/{id}/consignments/{consignment}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeOut(@PathVariable String id, @PathVariable String consignment) {
    board.takeOut(Ids.parse(id), List.of(Ids.parse(consignment)));
  }

  @PutMapping("/api/waves/{id}/locks/{consignment}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keep(
      @PathVariable String id, @PathVariable String consignment, @RequestBody LockRequest request) {
    board.keep(Ids.parse(id), Ids.parse(consignment), request.onTrip());
  }

  @DeleteMapping("/api/waves/{id}/locks/{consignment}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(@PathVariable String id, @PathVariable String consignment) {
    board.release(Ids.parse(id), Ids.parse(consignment));
  }

  @PostMapping("/api/pickers/{picker}/absences")
  HandedOn gone(@PathVariable String picker, @RequestBody AbsenceRequest request) {
    return new HandedOn(absences.gone(request.checked(), picker));
  }

  @DeleteMapping("/api/pickers/{picker}/absences")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void back(@PathVariable String picker, @RequestParam String warehouse) {
    absences.back(warehouse, picker);
  }
}
