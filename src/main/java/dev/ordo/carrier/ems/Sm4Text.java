package dev.ordo.carrier.ems;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * China Post's envelope: {@code |$4|} and Base64 of SM4/ECB/PKCS5 over content and sign key. The
 * key appended to the content is the proof that the sender knows it.
 */
final class Sm4Text {
  private static final String MARK = "|$4|";

  private Sm4Text() {}

  static String encrypt(String content, String signKey) {
    try {
      byte[] cipher = run(true, signKey, (content + signKey).getBytes(UTF_8));
      return MARK + Base64.getEncoder().encodeToString(cipher);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("SM4 could not encrypt.", e);
    }
  }

  /** The content, or nothing if it was not written with this key. */
  static Optional<String> decrypt(String text, String signKey) {
    if (!text.startsWith(MARK)) {
      return Optional.empty();
    }
    try {
      byte[] cipher = Base64.getDecoder().decode(text.substring(MARK.length()));
      String plain = new String(run(false, signKey, cipher), UTF_8);
      return Optional.of(plain)
          .filter(p -> p.endsWith(signKey))
          .map(p -> p.substring(0, p.length() - signKey.length()));
    } catch (InvalidCipherTextException | DataLengthException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("deprecation")
  private static byte[] run(boolean encrypting, String signKey, byte[] input)
      throws InvalidCipherTextException {
    PaddedBufferedBlockCipher cipher = new PaddedBufferedBlockCipher(new SM4Engine());
    cipher.init(encrypting, new KeyParameter(Base64.getDecoder().decode(signKey)));
    byte[] output = new byte[cipher.getOutputSize(input.length)];
    int written = cipher.processBytes(input, 0, input.length, output, 0);
    written += cipher.doFinal(output, written);
    return Arrays.copyOf(output, written);
  }
}
