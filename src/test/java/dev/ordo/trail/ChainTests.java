package dev.ordo.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ordo.rules.Decision;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import dev.ordo.trail.Finding.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was sealed cannot be changed unnoticed, and what is changed is named. */
class ChainTests {
  @TempDir Path directory;
  private TrailFixture at;

  @AfterEach
  void stop() {
    at.close();
  }

  private List<Decision> sealedOn(String database) {
    at = new TrailFixture(database, directory);
    List<Decision> made = at.decide(6);
    at.sealer.sealAll();
    assertThat(at.trail.verify().findings()).isEmpty();
    assertThat(at.trail.verify().decisions()).isEqualTo(6);
    return made;
  }

  private void found(Kind kind, long decision) {
    Verified verified = at.trail.verify();
    assertThat(verified.clean()).isFalse();
    assertThat(verified.findings())
        .extracting(Finding::kind, Finding::decision)
        .containsExactly(tuple(kind, decision));
    assertThat(at.trail.verifyNewest(1).clean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void namesAnAlteredRecord(String database) {
    long id = sealedOn(database).get(2).id();

    at.jdbc.update("UPDATE decision SET firings = '[]' WHERE id = ?", id);

    found(Kind.ALTERED, id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void namesAnAlteredRecordWhoseHashWasMadeToFit(String database) {
    long id = sealedOn(database).get(2).id();
    StoredDecision good = at.records.among(List.of(id)).getFirst();
    at.jdbc.update("UPDATE decision SET firings = '[]' WHERE id = ?", id);
    Decision other =
        new Decision(id, good.point(), good.release(), good.at(), List.of(), List.of());

    at.jdbc.update("DELETE FROM decision WHERE id = ?", id);
    at.jdbc.update("DELETE FROM decision_subject WHERE decision_id = ?", id);
    at.record(List.of(other));

    assertThat(at.records.among(List.of(id)).getFirst().isUnaltered()).isTrue();
    found(Kind.ALTERED, id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void namesAMissingRecord(String database) {
    long id = sealedOn(database).get(3).id();

    at.jdbc.update("DELETE FROM decision WHERE id = ?", id);

    found(Kind.MISSING, id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void namesARecordPutInAfterwards(String database) {
    Decision made = sealedOn(database).getFirst();
    long earlier = Ids.first(Ids.time(made.id()).minus(Duration.ofHours(2)));
    Decision forged =
        new Decision(
            earlier, made.point(), made.release(), made.at(), made.facts(), made.firings());

    at.record(List.of(forged));
    at.sealer.sealAll();

    Verified verified = at.trail.verify();
    assertThat(verified.findings())
        .extracting(Finding::kind, Finding::decision)
        .containsExactly(tuple(Kind.INSERTED, earlier));
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void namesWhatWasReordered(String database) {
    List<Decision> made = sealedOn(database);
    List<Entry> entries = entries();
    Collections.swap(entries, 1, 2);

    rewrite(entries);

    assertThat(at.trail.verify().findings())
        .extracting(Finding::kind, Finding::decision)
        .contains(
            tuple(Kind.REORDERED, made.get(1).id()), tuple(Kind.CHAIN_BROKEN, made.get(2).id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void namesTheRecordBehindOneThatWasTakenOutOfRecordsAndChain(String database) {
    List<Decision> made = sealedOn(database);
    List<Entry> entries = entries();
    at.jdbc.update("DELETE FROM decision WHERE id = ?", entries.remove(2).id());

    rewrite(entries);

    found(Kind.CHAIN_BROKEN, made.get(3).id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void namesARecordWhoseOrderNoLongerLeadsToIt(String database) {
    long id = sealedOn(database).get(1).id();

    at.jdbc.update("UPDATE decision_subject SET subject_id = 7 WHERE decision_id = ?", id);

    found(Kind.UNLINKED, id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aMissingBlockAndAChainBuiltAnewAreNoticedByTheAnchors(String database) {
    sealedOn(database);
    at.decide(4);
    at.sealer.sealAll();
    at.anchors.anchor(at.now.plus(Duration.ofDays(1)));
    assertThat(at.trail.verify().clean()).isTrue();
    assertThat(at.trail.anchors()).extracting(Anchor::entries).containsExactly(10L);

    at.jdbc.update("DELETE FROM seal_block WHERE number = 2");
    assertThat(at.trail.verify().findings()).extracting(Finding::kind).contains(Kind.BLOCK_MISSING);

    at.jdbc.update("DELETE FROM seal_term");
    at.jdbc.update("DELETE FROM seal_block");
    at.jdbc.update("DELETE FROM decision WHERE id = (SELECT min(id) FROM decision)");
    at.sealer.sealAll();
    assertThat(at.trail.verify().findings()).extracting(Finding::kind).contains(Kind.BLOCK_MISSING);

    at.jdbc.update("UPDATE seal_anchor SET last_block = 1");
    assertThat(at.trail.verify().findings())
        .extracting(Finding::kind)
        .contains(Kind.ANCHOR_DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void lateCommitsAreSealedLaterAndParallelSealersDoNotMeet(String database) {
    at = new TrailFixture(database, directory);
    Decision late = at.rules.decide("audit", TrailFixture.AT, List.of(TrailFixture.order()));
    at.decide(3);
    at.sealer.sealAll();

    at.record(List.of(late));
    at.sealer.sealAll();
    at.sealer.sealAll();

    assertThat(at.blocks.extent().blocks()).isEqualTo(2);
    assertThat(at.blocks.find(2).orElseThrow().ids()).containsExactly(late.id());
    assertThat(at.trail.verify().findings()).isEmpty();
    assertThat(at.trail.verifyNewest(1).findings()).isEmpty();
  }

  private List<Entry> entries() {
    return new ArrayList<>(at.blocks.find(1).orElseThrow().entries());
  }

  private void rewrite(List<Entry> entries) {
    at.jdbc.update(
        "UPDATE seal_block SET content = ?, entries = ? WHERE number = 1",
        Block.content(entries),
        entries.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void namesAReleaseWhoseFilesWereChangedInTheDatabase(String database) {
    sealedOn(database);
    at.papers.seal();
    assertThat(at.trail.verify().findings()).isEmpty();

    at.jdbc.update("UPDATE rule_release SET sources = ?", new Object[] {new byte[] {1, 2}});

    paper(Kind.PAPER_ALTERED, "release audit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void namesAnActivationThatSomebodyElseIsSaidToHaveMade(String database) {
    sealedOn(database);
    at.papers.seal();
    at.papers.seal();

    at.jdbc.update("UPDATE rule_activation SET actor = 'clerk'");

    paper(Kind.PAPER_ALTERED, "activation ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void namesAnActivationThatIsGoneAndAChainThatWasCut(String database) {
    sealedOn(database);
    at.papers.seal();

    at.jdbc.update("DELETE FROM rule_activation");
    paper(Kind.PAPER_MISSING, "activation ");

    at.jdbc.update("DELETE FROM seal_paper WHERE number = 1");
    assertThat(at.trail.verify().findings())
        .extracting(Finding::kind)
        .contains(Kind.PAPERS_BROKEN, Kind.PAPER_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aChainOfPapersBuiltAnewIsNoticedByTheAnchors(String database) {
    sealedOn(database);
    at.papers.seal();
    at.now = at.now.plus(Duration.ofDays(1));
    at.anchors.anchor(at.now);
    assertThat(at.trail.verify().findings()).isEmpty();

    at.jdbc.update("UPDATE rule_activation SET why = 'as everybody wished'");
    at.jdbc.update("DELETE FROM seal_paper");
    at.papers.seal();

    assertThat(at.trail.verify().findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.ANCHOR_DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void namesADayThatSomebodySaysRetentionDropped(String database) {
    sealedOn(database);
    at.now = at.now.plus(Duration.ofDays(1));
    at.anchors.anchor(at.now);

    at.jdbc.update("UPDATE seal_anchor SET pruned_at = ?", SqlTime.of(at.now));
    at.jdbc.update("DELETE FROM decision");
    at.jdbc.update("DELETE FROM decision_subject");
    at.jdbc.update("DELETE FROM seal_block");

    assertThat(at.trail.verify().findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.PRUNED_EARLY);
  }

  private void paper(Kind kind, String paper) {
    assertThat(at.trail.verify().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(kind);
              assertThat(finding.detail()).startsWith(paper);
            });
    assertThat(at.trail.verifyNewest(1).clean()).isFalse();
  }
}
