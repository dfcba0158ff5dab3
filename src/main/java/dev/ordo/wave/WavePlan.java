package dev.ordo.wave;

import java.util.List;

/**
 * What planning a wave came to, ready to be stored.
 *
 * @param metres over all trips
 * @param baseline metres order by order
 */
record WavePlan(
    List<WaveTrip> trips,
    List<Pick> picks,
    double metres,
    double baseline,
    String score,
    String configHash,
    long seed) {}
