package dev.ordo.wave.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.site.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackingTests {
  private static final Layout LAYOUT =
      new Layout(2, List.of(10), 5, 1, 1, 1, new Layout.Depot(0, List.of(new Layout.Link(0, 2))));

  @Test
  void savesAWholeTripWhereTrolleysCanBeFilled() {
    List<int[]> packed =
        packed(10, new int[] {6, 3}, new int[] {7, 2}, new int[] {4, 5, 1}, new int[] {2});
    assertThat(packed).hasSize(3);
    assertThat(packed.stream().flatMapToInt(Arrays::stream).sorted())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void keepsTheTripsWhereNothingCanBeSaved() {
    assertThat(packed(10, new int[] {6}, new int[] {6}, new int[] {6})).hasSize(3);
  }

  private static List<int[]> packed(int room, int[]... sizes) {
    List<Job> jobs = new ArrayList<>();
    List<int[]> groups = new ArrayList<>();
    for (int[] group : sizes) {
      int[] numbers = new int[group.length];
      for (int i = 0; i < group.length; i++) {
        numbers[i] = jobs.size();
        jobs.add(
            new Job(jobs.size(), jobs.size(), Set.of(new Stop(0, 0, 1)), new Load(group[i], 0, 0)));
      }
      groups.add(numbers);
    }
    JobBook book = new JobBook(new Floor(LAYOUT), jobs);
    Pace pace = new Pace();
    pace.tries(1000);
    return new Packing(book, new Load(room, 0, 0), pace, groups).packed();
  }
}
