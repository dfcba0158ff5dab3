package dev.ordo.address;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Keeps what is known of people secret (AES-256-GCM by field), findable (keyed hash) and
 * presentable (masks). A ciphertext reads {@code keyId.base64url(iv, text, tag)}.
 */
@Component
@EnableConfigurationProperties(PersonalDataSettings.class)
public class PersonalData {
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final PersonalDataKeys keys;
  private final KeyedHash hash;
  private final SecureRandom random = new SecureRandom();
  private final ConcurrentLinkedQueue<Cipher> idle = new ConcurrentLinkedQueue<>();

  PersonalData(PersonalDataSettings settings) {
    this.keys = PersonalDataKeys.of(settings);
    this.hash = new KeyedHash(keys.search());
  }

  /** Encrypts one field under the current key; the empty text stays empty. */
  public String encrypt(String plain) {
    if (plain.isEmpty()) {
      return "";
    }
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    byte[] text = plain.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, keys.current(), iv, text, 0, text.length);
    byte[] all = java.util.Arrays.copyOf(iv, IV_BYTES + sealed.length);
    System.arraycopy(sealed, 0, all, IV_BYTES, sealed.length);
    return keys.current() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /** Reads a ciphertext of any key still in the settings. Showing the result is a logged act. */
  public String decrypt(String ciphertext) {
    if (ciphertext.isEmpty()) {
      return "";
    }
    int dot = ciphertext.indexOf('.');
    byte[] all = Base64.getUrlDecoder().decode(ciphertext.substring(dot + 1));
    byte[] iv = java.util.Arrays.copyOf(all, IV_BYTES);
    String id = ciphertext.substring(0, Math.max(dot, 0));
    byte[] plain = run(Cipher.DECRYPT_MODE, id, iv, all, IV_BYTES, all.length - IV_BYTES);
    return new String(plain, StandardCharsets.UTF_8);
  }

  /** The same for the same text, and of no use without the key: 32 characters to search by. */
  public String hash(String plain) {
    return hash.of(plain);
  }

  /** The search hash of a phone number, however it was typed. */
  public String phoneHash(String phone) {
    return hash.of(Phones.canonical(phone));
  }

  /** The search hash of a name, whatever its width, case and spaces. */
  public String nameHash(String name) {
    return hash.of(Texts.bare(name));
  }

  /** 张三 → 张*, 欧阳修 → 欧阳*, John Smith → J*** S***. */
  public static String maskName(String name) {
    return Masks.name(name);
  }

  /** 13812341234 → 138****1234, 0755-22107333 → 0755-****7333. */
  public static String maskPhone(String phone) {
    return Masks.phone(phone);
  }

  /** Shows at most the first six characters of a detail address. */
  public static String maskDetail(String detail) {
    return Masks.detail(detail);
  }

  private byte[] run(int mode, String keyId, byte[] iv, byte[] data, int from, int length) {
    SecretKey key = keys.byId().get(keyId);
    if (key == null) {
      throw new IllegalStateException(
          "No key (%s) to read personal data. Maybe it was taken out of ordo.personal-data.keys."
              .formatted(keyId));
    }
    try {
      Cipher polled = idle.poll();
      Cipher cipher = polled == null ? Cipher.getInstance("AES/GCM/NoPadding") : polled;
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
      cipher.updateAAD(keyId.getBytes(StandardCharsets.US_ASCII));
      byte[] result = cipher.doFinal(data, from, length);
      idle.offer(cipher);
      return result;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Personal data under key (%s) could not be read or written.".formatted(keyId), e);
    }
  }
}
