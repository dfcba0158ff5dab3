package dev.ordo.address;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads receivers' addresses and derives the features rules decide by; pure and thread-safe. */
@Component
public class Addresses {
  /** What a pasted text was found to say; name and phone are empty when not found. */
  public record Pasted(String name, String phone, Address address) {}

  private final Divisions divisions = new Divisions();
  private final ChainReader chains = new ChainReader(divisions);
  private final FieldReader fields = new FieldReader(divisions, chains);
  private final FeatureReader features;

  Addresses(PersonalData personal) {
    this.features = new FeatureReader(personal);
  }

  /** Reads an address given in separate fields. */
  public Address read(RawAddress raw) {
    return isChina(raw) ? fields.read(raw) : Address.abroad(raw);
  }

  /** Reads a text pasted in one piece: name, phone and address in any order. */
  public Pasted parse(String text) {
    PastedText pasted = PastedText.of(text, chains);
    return new Pasted(pasted.name(), pasted.phone(), fields.fromText(pasted.address()));
  }

  /** Reads the receiver's address and derives all features from both. */
  public Features features(Receiver receiver) {
    return features(receiver, read(receiver.address()));
  }

  /** Derives the features of a receiver whose address was read before. */
  public Features features(Receiver receiver, Address address) {
    return features.read(receiver, address);
  }

  /** The division with this code of 2, 4 or 6 digits. */
  public Optional<Division> division(String code) {
    return divisions.find(code);
  }

  public List<Division> provinces() {
    return divisions.provinces();
  }

  private static boolean isChina(RawAddress raw) {
    String country = Texts.lower(raw.country().strip());
    boolean named =
        switch (country) {
          case "", "cn", "chn", "china", "中国", "中国大陆", "中华人民共和国" -> true;
          case "hk", "hkg", "mo", "mac", "tw", "twn" -> !raw.province().isBlank();
          default -> false;
        };
    String province = raw.province().strip();
    return named && !province.equals("海外") && !province.equals("国外");
  }
}
