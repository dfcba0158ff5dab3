package dev.ordo.rules;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a compiled class refers to. Lambdas need {@code java.lang.invoke} to be loadable, and
 * whoever may call it himself reaches any class past every class loader: only the compiler may.
 */
final class ClassFiles {
  private static final Set<String> OF_THE_COMPILER =
      Set.of("java/lang/invoke/LambdaMetafactory", "java/lang/invoke/StringConcatFactory");
  private static final int MAGIC = 0xCAFEBABE;

  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<Integer, Integer> classes = new HashMap<>();
  private final List<Integer> owners = new ArrayList<>();

  private ClassFiles() {}

  /** Classes whose methods it calls although only the compiler may. */
  static List<String> forbidden(byte[] compiled) {
    ClassFiles file = new ClassFiles();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(compiled))) {
      file.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.owners.stream()
        .map(owner -> file.texts.getOrDefault(file.classes.getOrDefault(owner, 0), ""))
        .filter(owner -> owner.startsWith("java/lang/invoke/"))
        .filter(owner -> !OF_THE_COMPILER.contains(owner))
        .distinct()
        .toList();
  }

  private void read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("no class file");
    }
    in.readInt();
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      constant(in, tag, i);
      i += tag == 5 || tag == 6 ? 1 : 0;
    }
  }

  /** Constant pool tags, JVM specification 4.4. */
  private void constant(DataInputStream in, int tag, int index) throws IOException {
    switch (tag) {
      case 1 -> texts.put(index, in.readUTF());
      case 7 -> classes.put(index, in.readUnsignedShort());
      case 9, 10, 11 -> {
        owners.add(in.readUnsignedShort());
        in.readUnsignedShort();
      }
      case 3, 4, 12, 17, 18 -> in.readInt();
      case 5, 6 -> in.readLong();
      case 8, 16, 19, 20 -> in.readUnsignedShort();
      case 15 -> {
        in.readUnsignedByte();
        in.readUnsignedShort();
      }
      default -> throw new IOException("unknown constant " + tag);
    }
  }
}
