package dev.ordo.address;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A character trie: finds which known words begin at a position, in time linear to their length.
 */
final class NameTrie<T> {
  private static final class Node<T> {
    private char[] keys = {};
    private Object[] next = {};
    private @Nullable T value;

    @SuppressWarnings("unchecked")
    @Nullable Node<T> child(char key) {
      int at = Arrays.binarySearch(keys, key);
      return at < 0 ? null : (Node<T>) next[at];
    }

    Node<T> grow(char key) {
      Node<T> present = child(key);
      if (present != null) {
        return present;
      }
      int at = -Arrays.binarySearch(keys, key) - 1;
      Node<T> grown = new Node<>();
      keys = Arrays.copyOf(keys, keys.length + 1);
      next = Arrays.copyOf(next, next.length + 1);
      System.arraycopy(keys, at, keys, at + 1, keys.length - at - 1);
      System.arraycopy(next, at, next, at + 1, next.length - at - 1);
      keys[at] = key;
      next[at] = grown;
      return grown;
    }
  }

  /** Told about every word found, the shortest first. */
  interface Found<T> {
    void word(int end, T value);
  }

  private final Node<T> root = new Node<>();

  void put(String word, T value) {
    Node<T> node = root;
    for (int i = 0; i < word.length(); i++) {
      node = node.grow(word.charAt(i));
    }
    node.value = value;
  }

  void putAll(Collection<String> words, T value) {
    words.forEach(word -> put(word, value));
  }

  void find(String text, int from, Found<T> found) {
    Node<T> node = root;
    for (int i = from; i < text.length(); i++) {
      node = node.child(text.charAt(i));
      if (node == null) {
        return;
      }
      if (node.value != null) {
        found.word(i + 1, node.value);
      }
    }
  }
}
