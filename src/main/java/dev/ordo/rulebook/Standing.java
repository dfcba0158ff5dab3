package dev.ordo.rulebook;

import dev.ordo.rules.Activation;
import dev.ordo.rules.Tally;
import java.util.List;
import java.util.Optional;

/**
 * How a decision point stands and what is about to change there.
 *
 * @param since the activation that decides now
 * @param decided what became of the decisions since then
 * @param holds whether its decisions ever stop their subject
 * @param trial the one that runs, if any
 * @param open drafts that are not history
 * @param awaiting those of them another person has the word on
 * @param scheduled activations to come
 */
public record Standing(
    Optional<Activation> since,
    Tally decided,
    boolean holds,
    Optional<LiveTrial> trial,
    long open,
    long awaiting,
    List<ScheduledActivation> scheduled) {}
