package dev.ordo.console;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Collects what all modules have to say about one subject, for {@code console/parts :: sections}.
 */
@Component
public class Sections {
  private final List<PageSection> contributed;

  Sections(List<PageSection> contributed) {
    this.contributed =
        contributed.stream().sorted(Comparator.comparingInt(PageSection::position)).toList();
  }

  public List<PageSection.Section> of(String page, long subjectId, Locale locale) {
    return contributed.stream()
        .filter(section -> section.page().equals(page))
        .map(section -> section.section(subjectId, locale))
        .filter(section -> !section.rows().isEmpty())
        .toList();
  }
}
