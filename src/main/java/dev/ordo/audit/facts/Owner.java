package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** The role that answers for a hold; constants are named like the roles of people. */
@Means(value = "The role that answers for a hold", zh = "负责挂起的角色")
public enum Owner {
  @Means(value = "Clerk", zh = "审单员")
  CLERK,
  @Means(value = "Operations manager", zh = "运营主管")
  OPS_MANAGER,
  @Means(value = "Accountant", zh = "会计")
  ACCOUNTANT
}
