package dev.ordo.access;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The actor of the current request, in the form Spring Security carries about. */
record SignedIn(Actor actor, String passwordHash, boolean active, boolean rests)
    implements UserDetails {
  private static final long serialVersionUID = 1L;

  SignedIn(Actor actor, String passwordHash, boolean active) {
    this(actor, passwordHash, active, false);
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return authorities(actor);
  }

  static List<SimpleGrantedAuthority> authorities(Actor actor) {
    return actor.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
  }

  @Override
  public String getPassword() {
    return passwordHash;
  }

  @Override
  public String getUsername() {
    return actor.login();
  }

  @Override
  public boolean isEnabled() {
    return active;
  }

  @Override
  public boolean isAccountNonLocked() {
    return !rests;
  }

  SignedIn resting() {
    return new SignedIn(actor, passwordHash, active, true);
  }

  @Override
  public String toString() {
    return actor.login();
  }
}
