package dev.ordo.access;

import java.util.List;

/** Said at the start of a demo: who may sign in, all with the same known password. */
public record DemoPeople(List<String> logins, String password) {
  public DemoPeople {
    logins = List.copyOf(logins);
  }
}
