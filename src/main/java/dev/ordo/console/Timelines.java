package dev.ordo.console;

import dev.ordo.console.RelatedSubjects.Subject;
import dev.ordo.shared.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells what all modules know about a subject and what belongs to it as one story. */
@Component
public class Timelines {
  /**
   * An entry with what it is about, where that is not the subject of the page.
   *
   * @param about such as {@code Parcel 38XT8PT80001}, empty for the subject itself
   * @param path page of what it is about
   */
  public record Told(TimelineEntry entry, String about, String path) {}

  private final List<TimelineSource> sources;
  private final List<RelatedSubjects> relations;
  private final Words words;

  Timelines(List<TimelineSource> sources, List<RelatedSubjects> relations, Words words) {
    this.sources = sources;
    this.relations = relations;
    this.words = words;
  }

  /** Everything about the subject, oldest first. */
  public List<Told> of(String kind, long id, Locale locale) {
    Subject subject = new Subject(kind, id);
    List<Told> told = new ArrayList<>();
    for (Subject each : withRelated(subject)) {
      boolean own = each.equals(subject);
      String about = own ? "" : words.code(each.kind(), locale) + " " + Ids.text(each.id());
      String path = own ? "" : path(each);
      for (TimelineSource source : sources) {
        source
            .about(each.kind(), each.id(), locale)
            .forEach(entry -> told.add(new Told(entry, about, path)));
      }
    }
    told.sort(Comparator.comparing(t -> t.entry().at()));
    return told;
  }

  private Set<Subject> withRelated(Subject subject) {
    Set<Subject> all = new LinkedHashSet<>(List.of(subject));
    List<Subject> fresh = List.of(subject);
    while (!fresh.isEmpty()) {
      List<Subject> from = fresh;
      fresh =
          relations.stream()
              .flatMap(relation -> from.stream().flatMap(s -> relation.of(s).stream()))
              .filter(all::add)
              .toList();
    }
    return all;
  }

  private static String path(Subject subject) {
    String page =
        switch (subject.kind()) {
          case "ORDER" -> "/orders/";
          case "CONSIGNMENT" -> "/consignments/";
          case "PARCEL" -> "/parcels/";
          default -> "/waves/";
        };
    return page + Ids.text(subject.id());
  }
}
