package dev.ordo.channel;

import dev.ordo.shared.Refusal;
import tools.jackson.databind.JsonNode;

/** A way to read a kind of file, chosen by the file's name. */
interface FileProfile {
  boolean reads(String fileName);

  DroppedFile read(String fileName, byte[] content);

  /** Name of the profile, as {@link DroppedFile#profile} gives it. */
  default String name() {
    return "";
  }

  /**
   * Takes a line again that was set aside; a Refusal says what is still missing.
   *
   * @param row the line as its {@link DroppedFile.FileLine#row} or as a person mended it
   * @param order number of the order it belongs to, empty where a person said none
   */
  default void retake(JsonNode row, String order) {
    throw new Refusal("profile", name(), "Lines of such files are not taken one by one.");
  }
}
