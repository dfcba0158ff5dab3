package dev.ordo.crm;

/** What a block list entry recognises. */
public enum BlockKind {
  PHONE,
  RECEIVER,
  BUYER
}
