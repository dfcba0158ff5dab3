package dev.ordo.wave;

import dev.ordo.site.Walking;
import java.util.List;

/**
 * What planning a wave came to, ready to be stored.
 *
 * @param metres over all trips
 * @param baseline metres order by order
 * @param walking how its trips are walked
 * @param otherMetres the same trips walked the other way; 0 if that is not known
 * @param leastMetres what these trips cannot go below: on a rectangular floor what they are
 * @param notes what people should know of it
 */
record WavePlan(
    List<WaveTrip> trips,
    List<Pick> picks,
    double metres,
    double baseline,
    Walking walking,
    double otherMetres,
    double leastMetres,
    String score,
    String configHash,
    long seed,
    List<WaveNote> notes) {}
