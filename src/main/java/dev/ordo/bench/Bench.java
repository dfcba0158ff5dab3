package dev.ordo.bench;

import dev.ordo.access.People;
import dev.ordo.bench.BenchAnswer.Result;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the packing bench. A consignment leaves it only if every article was scanned and
 * right and every box weighs what it should, or if somebody who may says why not. All acts may be
 * repeated; each answer says what to do next.
 */
@Service
public class Bench {
  private static final int MOST_SCANS = 5_000;

  private final Consignments consignments;
  private final CheckRows checks;
  private final ScanCheck scanCheck;
  private final Boxing boxing;
  private final Evidence evidence;
  private final BenchStates states;
  private final People people;

  Bench(
      Consignments consignments,
      CheckRows checks,
      ScanCheck scanCheck,
      Boxing boxing,
      Evidence evidence,
      BenchStates states,
      People people) {
    this.consignments = consignments;
    this.checks = checks;
    this.scanCheck = scanCheck;
    this.boxing = boxing;
    this.evidence = evidence;
    this.states = states;
    this.people = people;
  }

  /** How far a consignment is. */
  @Transactional(readOnly = true)
  public BenchAnswer open(long id) {
    Consignment consignment = consignment(id);
    return answer(isCalledBack(consignment) ? Result.CALLED_BACK : Result.OPENED, consignment);
  }

  /** Scans articles in or out; the answer is about the last one. */
  @Transactional
  public BenchAnswer scan(long id, List<Scan> scans) {
    if (scans.isEmpty() || scans.size() > MOST_SCANS) {
      throw new Refusal("scans", scans.size(), "Send 1 to " + MOST_SCANS + " scans.");
    }
    Consignment consignment = locked(id);
    if (!awaitsCheck(consignment)) {
      return answer(notNow(consignment), consignment);
    }
    ScanCheck.Outcome outcome = scanCheck.count(consignment, scans, login());
    return new BenchAnswer(
        outcome.result(),
        outcome.last().sku(),
        Math.abs(outcome.last().qty()),
        states.scanning(consignment, outcome.tally()));
  }

  /** Closes the check: lets the consignment go on, or names the articles that stop it. */
  @Transactional
  public BenchAnswer check(long id) {
    Consignment consignment = locked(id);
    if (!awaitsCheck(consignment)) {
      return answer(
          isChecked(consignment) ? Result.ALREADY_DONE : notNow(consignment), consignment);
    }
    Tally tally = scanCheck.tally(consignment);
    List<Tally.Difference> differences = tally.differences();
    if (differences.isEmpty()) {
      move(consignment, ConsignmentStatus.CHECKED, "PIECES " + consignment.units());
      checks.close(id, "PASSED", login(), "");
      return answer(Result.PASSED, consignment(id));
    }
    evidence.record(id, "CHECK_FAILED", Evidence.text(differences));
    Tally.Difference worst = differences.getFirst();
    return new BenchAnswer(
        Result.valueOf(worst.kind().name()),
        worst.sku(),
        worst.qty(),
        states.scanning(consignment, tally));
  }

  /**
   * Lets a consignment past the check although it did not pass. The caller's role is the guard of
   * the HTTP side.
   *
   * @param reason why, for the record
   */
  @Transactional
  public BenchAnswer overrideCheck(long id, String reason) {
    String why = reason(reason);
    Consignment consignment = locked(id);
    if (!awaitsCheck(consignment)) {
      return answer(
          isChecked(consignment) ? Result.ALREADY_DONE : notNow(consignment), consignment);
    }
    String differences = Evidence.text(scanCheck.tally(consignment).differences());
    move(consignment, ConsignmentStatus.CHECKED, "CHECK_OVERRIDDEN");
    checks.close(id, "OVERRIDDEN", login(), why);
    evidence.override(id, "CHECK_OVERRIDDEN", why + " | " + differences);
    return answer(Result.OVERRIDDEN, consignment(id));
  }

  /** Packs a checked consignment: as advised where no boxes are given. */
  @Transactional
  public BenchAnswer pack(long id, List<BoxWish> boxes) {
    Consignment consignment = locked(id);
    if (consignment.status() != ConsignmentStatus.CHECKED) {
      return answer(
          consignment.status() == ConsignmentStatus.PACKED
              ? Result.ALREADY_DONE
              : notNow(consignment),
          consignment);
    }
    boxing.pack(consignment, boxes, login());
    return answer(Result.PACKED, consignment);
  }

  /**
   * Puts a packed box on the scale; the consignment is PACKED once every box was right.
   *
   * @param seq number of the box, from 1
   */
  @Transactional
  public BenchAnswer weigh(long id, int seq, int grams) {
    Consignment consignment = locked(id);
    if (consignment.status() == ConsignmentStatus.PACKED) {
      return answer(Result.ALREADY_DONE, consignment);
    }
    if (consignment.status() != ConsignmentStatus.CHECKED || boxing.boxes(id).isEmpty()) {
      return answer(notNow(consignment), consignment);
    }
    Weighing weighing = boxing.weigh(id, seq, grams);
    if (!weighing.right()) {
      evidence.record(id, "WEIGHT_OFF", "box %d: %s".formatted(seq, weighing));
      Result off = weighing.offG() > 0 ? Result.TOO_HEAVY : Result.TOO_LIGHT;
      return new BenchAnswer(off, "", Math.abs(weighing.offG()), states.of(consignment));
    }
    if (boxing.allRight(id)) {
      finish(consignment, "");
    }
    return new BenchAnswer(Result.WEIGHT_RIGHT, "", grams, states.of(consignment(id)));
  }

  /** Lets weighed boxes go although their weight is off. */
  @Transactional
  public BenchAnswer overrideWeight(long id, String reason) {
    String why = reason(reason);
    Consignment consignment = locked(id);
    if (consignment.status() == ConsignmentStatus.PACKED) {
      return answer(Result.ALREADY_DONE, consignment);
    }
    if (consignment.status() != ConsignmentStatus.CHECKED || !boxing.allWeighed(id)) {
      return answer(notNow(consignment), consignment);
    }
    evidence.override(id, "WEIGHT_OVERRIDDEN", why);
    finish(consignment, "weight overridden");
    return answer(Result.OVERRIDDEN, consignment(id));
  }

  private void finish(Consignment consignment, String detail) {
    move(consignment, ConsignmentStatus.PACKED, detail);
    boxing.handOn(consignment);
  }

  private void move(Consignment consignment, ConsignmentStatus to, String detail) {
    if (consignments.move(List.of(consignment.id()), to, login(), null, detail).isEmpty()) {
      throw new Refusal(
          "consignment", consignment.id(), "It was changed meanwhile: scan its number again.");
    }
  }

  private Consignment locked(long id) {
    consignment(id);
    checks.lock(id, login());
    return consignment(id);
  }

  private Consignment consignment(long id) {
    return consignments
        .find(id)
        .filter(c -> people.actor().scope().seesWarehouse(c.warehouse()))
        .orElseThrow(
            () -> new Refusal("consignment", id, "Scan the number on the pick list or tote."));
  }

  private BenchAnswer answer(Result result, Consignment consignment) {
    return new BenchAnswer(result, "", 0, states.of(consignment));
  }

  private String login() {
    return people.actor().login();
  }

  private static Result notNow(Consignment consignment) {
    return isCalledBack(consignment) ? Result.CALLED_BACK : Result.NOT_NOW;
  }

  private static boolean isCalledBack(Consignment consignment) {
    return consignment.status() == ConsignmentStatus.INTERCEPTED
        || consignment.status() == ConsignmentStatus.PUT_BACK;
  }

  private static boolean awaitsCheck(Consignment consignment) {
    return consignment.status() == ConsignmentStatus.PICKED
        || consignment.status() == ConsignmentStatus.SORTED;
  }

  private static boolean isChecked(Consignment consignment) {
    return consignment.status() == ConsignmentStatus.CHECKED
        || consignment.status() == ConsignmentStatus.PACKED;
  }

  private static String reason(String reason) {
    String stripped = reason.strip();
    if (stripped.length() < 4 || stripped.length() > 200) {
      throw new Refusal("reason", reason, "Say in 4 to 200 characters why it may go on.");
    }
    return stripped;
  }
}
