package dev.ordo.address;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys personal data is kept under.
 *
 * @param keys "id:base64 of 32 bytes"; the first encrypts, all decrypt, the last also is the root
 *     of the search key and must stay last for ever
 * @param file where a key is kept when none is set
 */
@ConfigurationProperties("ordo.personal-data")
record PersonalDataSettings(
    @DefaultValue List<String> keys, @DefaultValue("data/personal-data.key") Path file) {}
