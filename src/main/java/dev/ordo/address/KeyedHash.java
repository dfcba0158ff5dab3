package dev.ordo.address;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one key, its machines reused whatever thread (virtual or not) asks. */
final class KeyedHash {
  private static final int BYTES_KEPT = 24;
  private final SecretKey key;
  private final ConcurrentLinkedQueue<Mac> idle = new ConcurrentLinkedQueue<>();

  KeyedHash(SecretKey key) {
    this.key = key;
  }

  /** 32 characters of URL-safe base 64 (192 bits). */
  String of(String text) {
    Mac polled = idle.poll();
    Mac mac = polled == null ? machine(key) : polled;
    byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    idle.offer(mac);
    return Base64.getUrlEncoder().encodeToString(java.util.Arrays.copyOf(hash, BYTES_KEPT));
  }

  static byte[] once(byte[] key, String text) {
    Mac mac = machine(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Mac machine(SecretKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK.", e);
    }
  }
}
