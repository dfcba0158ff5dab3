package dev.ordo.wave;

import dev.ordo.journey.Stages;
import org.springframework.stereotype.Component;

/** Records in the transaction of a cause that a wave is to be planned anew, and wakes the stage. */
@Component
class WaveWishes {
  static final String STAGE = "wave-revise";

  private final WaveRows waves;
  private final Stages stages;

  WaveWishes(WaveRows waves, Stages stages) {
    this.waves = waves;
    this.stages = stages;
  }

  void wish(long wave, Wish why) {
    waves.wish(wave, why);
    stages.wake(STAGE);
  }
}
