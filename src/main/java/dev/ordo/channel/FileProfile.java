package dev.ordo.channel;

/** A way to read a kind of file, chosen by the file's name. */
interface FileProfile {
  boolean reads(String fileName);

  DroppedFile read(String fileName, byte[] content);
}
