package dev.ordo.audit.facts;

/** The role that answers for a hold; constants are named like the roles of people. */
public enum Owner {
  CLERK,
  OPS_MANAGER,
  ACCOUNTANT
}
