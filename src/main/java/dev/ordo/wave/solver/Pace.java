package dev.ordo.wave.solver;

/**
 * How far a search has come: by time, or by tried exchanges where the same plan must come out
 * again. The temperature falls by the same factor in equal times, so that it is low for long.
 */
final class Pace {
  /** After this share of a cycle what the search accepts is worth keeping. */
  private static final double COOL = 0.3;

  private long begunAt = System.nanoTime();
  private long nanos = Long.MAX_VALUE;
  private long tries = Long.MAX_VALUE;
  private double hottest;
  private double coldest;
  private double done;
  private double until = 1;
  private int cycles = 1;
  private long tried;
  private double fullness;
  private boolean cool;
  private boolean remembering;
  private long looks;
  private long lookUntil;

  /** All searching may take so long from now on. */
  void time(long nanos) {
    begunAt = System.nanoTime();
    this.nanos = nanos;
  }

  /** All searching may try so many exchanges. */
  void tries(long tries) {
    this.tries = tries;
  }

  /**
   * Temperatures in units of length.
   *
   * @param hottest at the beginning
   * @param coldest at the end
   */
  void temperature(double hottest, double coldest) {
    this.hottest = hottest;
    this.coldest = coldest;
  }

  /** Another pace with the same beginning and end. */
  Pace twin() {
    Pace twin = new Pace();
    twin.begunAt = begunAt;
    twin.nanos = nanos;
    twin.tries = tries;
    twin.remembering = remembering;
    return twin;
  }

  /** The tries are shared by so many. */
  void split(int parts) {
    tries = tries == Long.MAX_VALUE ? tries : Math.max(1, tries / parts);
  }

  /** The search pauses when this share of all is done. */
  void until(double share) {
    until = share;
  }

  /**
   * How much a full trip and an empty one are liked better than two half full ones, in units of
   * length. Trips become fewer that way; at the end only the way counts.
   */
  void fullness(double units) {
    fullness = units;
  }

  double fullness() {
    return fullness;
  }

  /**
   * How much may be spent on looking at the whole plan.
   *
   * @param most so many trips may be looked at
   * @param nanos for so long
   */
  void looking(long most, long nanos) {
    looks = most;
    long now = System.nanoTime();
    lookUntil = nanos == Long.MAX_VALUE ? nanos : now + nanos;
  }

  long looks() {
    return looks;
  }

  /** By {@link System#nanoTime}; {@link Long#MAX_VALUE} without a limit. */
  long lookUntil() {
    return lookUntil;
  }

  void tried(long more) {
    tried += more;
  }

  /** Whether it is time to pause. */
  boolean paused() {
    done = done();
    cool = inCycle(done) > COOL;
    return done >= until;
  }

  /** Trips that are come across are wanted later. */
  void remember() {
    remembering = true;
  }

  /** Whether trips are wanted, and the search no longer accepts just anything. */
  boolean remembers() {
    return remembering && cool;
  }

  /** The share of all that is done. */
  double done() {
    return tries < Long.MAX_VALUE
        ? tried / (double) tries
        : (System.nanoTime() - begunAt) / (double) nanos;
  }

  /** How much of the first temperature is gone, 0 to 1, as of the last question. */
  double gone() {
    return hottest == 0 ? done : 1 - temperature() / hottest;
  }

  double temperature() {
    return hottest * Math.pow(coldest / hottest, inCycle(done));
  }

  /** The search begins hot again and cools so many times. */
  void cycles(int times) {
    cycles = times;
  }

  /** How much of its cycle is done when so much of all is. */
  double inCycle(double share) {
    double cycle = Math.min(1, share) * cycles;
    return share >= 1 ? 1 : cycle - Math.floor(cycle);
  }
}
