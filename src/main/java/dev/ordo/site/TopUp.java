package dev.ordo.site;

/** Whether consignments that come later join a wave by themselves. */
public enum TopUp {
  /** Only when somebody asks for it. */
  OFF,
  /** Until the first trip of the wave is begun. */
  UNTIL_PICKED
}
