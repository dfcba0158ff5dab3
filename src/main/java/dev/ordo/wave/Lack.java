package dev.ordo.wave;

/** Why a stop yields fewer units than are wanted of it. */
public enum Lack {
  NONE,
  MISSING,
  DAMAGED
}
