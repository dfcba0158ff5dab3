package dev.ordo.access;

import dev.ordo.shared.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in, and each person's own password. */
@Controller
class SignInPage {
  private static final int SHORTEST_PASSWORD = 10;

  private final Directory directory;
  private final People people;
  private final PasswordEncoder passwords;
  private final boolean demo;

  SignInPage(
      Directory directory, People people, PasswordEncoder passwords, AccessSettings settings) {
    this.directory = directory;
    this.people = people;
    this.passwords = passwords;
    this.demo = settings.demoPeople();
  }

  @GetMapping("/login")
  String login(Model model) {
    model.addAttribute("demo", demo);
    return "access/login";
  }

  @GetMapping("/profile")
  String profile(Model model) {
    model.addAttribute("actor", people.actor());
    return "access/profile";
  }

  @PostMapping("/profile/password")
  String change(@RequestParam String old, @RequestParam String chosen) {
    SignedIn me =
        directory
            .byLogin(people.actor().login())
            .filter(known -> passwords.matches(old, known.passwordHash()))
            .orElseThrow(() -> new Refusal("old", "", "Give your present password."));
    if (chosen.length() < SHORTEST_PASSWORD || chosen.length() > 64) {
      throw new Refusal("chosen", "", "Choose a password of 10 to 64 characters.");
    }
    directory.password(me.actor().login(), passwords.encode(chosen));
    people.did("PASSWORD_CHANGED", "PERSON", 0, me.actor().login());
    return "redirect:/profile?changed";
  }
}
