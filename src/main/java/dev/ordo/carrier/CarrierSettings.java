package dev.ordo.carrier;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Secrets stay in the settings of the process, never in the database.
 *
 * @param credentials by the name carriers refer to
 */
@ConfigurationProperties("ordo.carrier")
record CarrierSettings(@DefaultValue Map<String, Secret> credentials) {
  record Secret(
      @DefaultValue("") String key,
      @DefaultValue("") String secret,
      @DefaultValue("") String token) {
    @Override
    public String toString() {
      return "Secret[" + key + "]";
    }
  }

  Credentials of(String ref) {
    Secret secret = credentials.get(ref);
    if (secret == null) {
      throw new IllegalStateException(
          "There are no credentials (%s). Set ordo.carrier.credentials.%s.key and .secret."
              .formatted(ref, ref));
    }
    return new Credentials(secret.key, secret.secret, secret.token);
  }
}
