package dev.ordo.access;

import dev.ordo.shared.Scope;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's page: people, what they may do and see, and API keys. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class PeoplePage {
  private final Directory directory;
  private final People people;
  private final PasswordEncoder passwords;

  PeoplePage(Directory directory, People people, PasswordEncoder passwords) {
    this.directory = directory;
    this.people = people;
    this.passwords = passwords;
  }

  @GetMapping("/people")
  String people(Model model) {
    model.addAttribute("people", directory.people());
    model.addAttribute("keys", directory.keys());
    model.addAttribute("roles", Role.values());
    return "access/people";
  }

  @PostMapping("/people")
  String add(
      @RequestParam String login,
      @RequestParam String name,
      @RequestParam Set<Role> roles,
      @RequestParam Optional<String> shops,
      @RequestParam Optional<String> warehouses,
      RedirectAttributes shown) {
    String password = Secrets.random(12);
    directory.add(login, name, passwords.encode(password), roles, scope(shops, warehouses));
    people.did("PERSON_ADDED", "PERSON", 0, login + " " + roles);
    shown.addFlashAttribute("secretOf", login);
    shown.addFlashAttribute("secret", password);
    return "redirect:/people";
  }

  @PostMapping("/people/{id}")
  String change(
      @PathVariable long id,
      @RequestParam Set<Role> roles,
      @RequestParam Optional<String> shops,
      @RequestParam Optional<String> warehouses,
      @RequestParam(defaultValue = "false") boolean active) {
    directory.change(id, roles, scope(shops, warehouses), active);
    people.did("PERSON_CHANGED", "PERSON", id, roles + (active ? "" : " inactive"));
    return "redirect:/people";
  }

  @PostMapping("/people/keys")
  String addKey(
      @RequestParam String name,
      @RequestParam Set<Role> roles,
      @RequestParam Optional<String> shops,
      @RequestParam Optional<String> warehouses,
      RedirectAttributes shown) {
    String key = "ordo_" + Secrets.random(24);
    directory.addKey(name, key, roles, scope(shops, warehouses));
    people.did("KEY_ADDED", "API_KEY", 0, name + " " + roles);
    shown.addFlashAttribute("secretOf", name);
    shown.addFlashAttribute("secret", key);
    return "redirect:/people";
  }

  @PostMapping("/people/keys/{id}/revoke")
  String revoke(@PathVariable long id) {
    directory.revoke(id);
    people.did("KEY_REVOKED", "API_KEY", id, "");
    return "redirect:/people";
  }

  private static Scope scope(Optional<String> shops, Optional<String> warehouses) {
    return new Scope(codes(shops), codes(warehouses));
  }

  private static Set<String> codes(Optional<String> typed) {
    return Arrays.stream(typed.orElse("").split("[,，\\s]+", -1))
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toSet());
  }
}
