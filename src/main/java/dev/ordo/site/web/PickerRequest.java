package dev.ordo.site.web;

import dev.ordo.shared.Checks;
import dev.ordo.site.Picker;
import org.jspecify.annotations.Nullable;

/** A picker as it is sent; active unless said otherwise. */
record PickerRequest(
    @Nullable String warehouse,
    @Nullable String code,
    @Nullable String name,
    @Nullable String login,
    @Nullable Boolean active) {

  Picker checked(String at, Checks checks) {
    String checkedCode = checks.code(at + ".code", code, 30);
    return new Picker(
        checks.code(at + ".warehouse", warehouse, 20),
        checkedCode,
        checks.text(at + ".name", name, 100),
        login == null ? checkedCode : checks.text(at + ".login", login, 60),
        active == null || active);
  }
}
