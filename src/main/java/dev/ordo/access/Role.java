package dev.ordo.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a person is trusted to do; a role carries the roles it implies. */
public enum Role {
  /** Reads what its scope shows. */
  VIEWER,
  /** Mends addresses and remarks, clears the holds a clerk owns. */
  CLERK(VIEWER),
  /** Owns risk, releases by force, decides about priorities. */
  OPS_MANAGER(CLERK),
  /** Writes rules and sends them on their way. */
  RULE_AUTHOR(VIEWER),
  /** Writes rules beyond the guarded forms. */
  RULE_EXPERT(RULE_AUTHOR),
  /** Lets a release go live, never their own. */
  RULE_APPROVER(VIEWER),
  /** Works on the floor: waves, picking, checking, packing. */
  WAREHOUSE(VIEWER),
  /** Decides replenishment proposals and purchase orders. */
  PURCHASER(VIEWER),
  /** Reads and closes the books. */
  ACCOUNTANT(VIEWER),
  /** Reads everything and changes nothing. */
  AUDITOR(VIEWER),
  /** Another system, calling with an API key. */
  INTEGRATION(VIEWER),
  /** May do everything. */
  ADMIN(
      VIEWER,
      CLERK,
      OPS_MANAGER,
      RULE_AUTHOR,
      RULE_EXPERT,
      RULE_APPROVER,
      WAREHOUSE,
      PURCHASER,
      ACCOUNTANT,
      AUDITOR,
      INTEGRATION);

  private final Set<Role> implied;

  Role(Role... implied) {
    this.implied = Set.of(implied);
  }

  Set<Role> implied() {
    return implied;
  }

  /** Whether this role, or one it implies at any depth, is the other. */
  public boolean covers(Role other) {
    return this == other || implied.stream().anyMatch(role -> role.covers(other));
  }

  /** All roles covered by this one, itself included. */
  public List<Role> covered() {
    return Arrays.stream(values()).filter(this::covers).toList();
  }
}
