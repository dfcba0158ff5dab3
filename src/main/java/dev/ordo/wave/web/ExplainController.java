package dev.ordo.wave.web;

import dev.ordo.shared.Ids;
import dev.ordo.wave.Explanations;
import dev.ordo.wave.TripReasons;
import dev.ordo.wave.Wave;
import dev.ordo.wave.WaveTrip;
import dev.ordo.wave.Waves;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Why a wave's trips are as they are, for people and for outside systems. */
@Controller
class ExplainController {
  /**
   * How the work of a wave is divided.
   *
   * @param picker badge code, empty where nobody is there yet
   */
  public record Share(String picker, int trips, double metres, long seconds) {}

  /** A consignment as outside systems read it; the rest as in {@link TripReasons.Member}. */
  record MemberView(
      String consignment,
      int units,
      int stops,
      double alone,
      double adds,
      int shared,
      List<TripReasons.Move> moves) {}

  /** A trip as outside systems read it; see {@link TripReasons}. */
  record TripReasonsView(
      int trip,
      double metres,
      int fullTotes,
      int fullVolume,
      int fullWeight,
      List<MemberView> consignments) {
    static TripReasonsView of(TripReasons trip) {
      return new TripReasonsView(
          trip.trip(),
          trip.metres(),
          trip.fullTotes(),
          trip.fullVolume(),
          trip.fullWeight(),
          trip.members().stream()
              .map(
                  m ->
                      new MemberView(
                          Ids.text(m.consignment()),
                          m.units(),
                          m.stops(),
                          m.alone(),
                          m.adds(),
                          m.shared(),
                          m.moves()))
              .toList());
    }
  }

  private final Explanations explanations;
  private final Waves waves;
  private final PickLists lists;

  ExplainController(Explanations explanations, Waves waves, PickLists lists) {
    this.explanations = explanations;
    this.waves = waves;
    this.lists = lists;
  }

  @GetMapping("/waves/{id}/explain")
  String page(Model model, @PathVariable String id, @RequestParam Optional<Integer> trip) {
    Wave wave = lists.wave(id);
    List<TripReasons> reasons = explanations.of(wave);
    model.addAttribute("wave", wave);
    model.addAttribute("id", Ids.text(wave.id()));
    model.addAttribute("all", reasons);
    model.addAttribute("shares", shares(waves.trips(wave.id())));
    model.addAttribute("shown", trip.orElse(reasons.isEmpty() ? 0 : reasons.getFirst().trip()));
    return "wave/explain";
  }

  @GetMapping("/api/waves/{id}/explanation")
  @ResponseBody
  List<TripReasonsView> explanation(@PathVariable String id) {
    return explanations.of(lists.wave(id)).stream().map(TripReasonsView::of).toList();
  }

  private static List<Share> shares(List<WaveTrip> trips) {
    Map<String, Share> shares = new TreeMap<>();
    for (WaveTrip trip : trips) {
      shares.merge(
          trip.picker(),
          new Share(trip.picker(), 1, trip.metres(), trip.seconds()),
          (a, b) ->
              new Share(
                  a.picker(),
                  a.trips() + b.trips(),
                  a.metres() + b.metres(),
                  a.seconds() + b.seconds()));
    }
    return new ArrayList<>(shares.values());
  }
}
