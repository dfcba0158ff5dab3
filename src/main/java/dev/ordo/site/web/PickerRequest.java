package dev.ordo.site.web;

import dev.ordo.shared.Checks;
import dev.ordo.site.Picker;
import dev.ordo.site.Shift;
import dev.ordo.site.Skill;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A picker as it is sent; active, with every skill, at any time and anywhere unless said. */
record PickerRequest(
    @Nullable String warehouse,
    @Nullable String code,
    @Nullable String name,
    @Nullable String login,
    @Nullable Boolean active,
    @Nullable List<@Nullable String> skills,
    @Nullable ShiftRequest shift,
    @Nullable List<@Nullable String> homeZones) {
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final int MOST_ZONES = 12;

  record ShiftRequest(@Nullable String start, @Nullable String end) {}

  Picker checked(String at, Checks checks) {
    String checkedCode = checks.code(at + ".code", code, 30);
    return new Picker(
        checks.code(at + ".warehouse", warehouse, 20),
        checkedCode,
        checks.text(at + ".name", name, 100),
        login == null ? checkedCode : checks.text(at + ".login", login, 60),
        active == null || active,
        skills(at + ".skills", checks),
        shift(at + ".shift", checks),
        homeZones(at + ".homeZones", checks),
        null);
  }

  private Set<Skill> skills(String field, Checks checks) {
    if (skills == null) {
      return Skill.all();
    }
    Set<Skill> checked = EnumSet.noneOf(Skill.class);
    skills.forEach(s -> checked.add(checks.constant(field, s, Skill.class, Skill.COLD)));
    return checked;
  }

  private @Nullable Shift shift(String field, Checks checks) {
    if (shift == null) {
      return null;
    }
    String start = checks.like(field + ".start", shift.start, TIME, "Give a time such as 06:00.");
    String end = checks.like(field + ".end", shift.end, TIME, "Give a time such as 14:30.");
    return TIME.matcher(start).matches() && TIME.matcher(end).matches()
        ? new Shift(LocalTime.parse(start), LocalTime.parse(end))
        : null;
  }

  private Set<String> homeZones(String field, Checks checks) {
    if (homeZones == null) {
      return Set.of();
    }
    if (homeZones.size() > MOST_ZONES) {
      return checks.fault(field, homeZones, "Name at most 12 zones.", Set.of());
    }
    Set<String> checked = new HashSet<>();
    homeZones.forEach(zone -> checked.add(checks.code(field, zone, 20)));
    return checked;
  }
}
