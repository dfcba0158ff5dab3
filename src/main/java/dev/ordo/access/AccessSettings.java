package dev.ordo.access;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of sign-in.
 *
 * @param demoKey an integration API key that exists from the start; for the demo only
 */
@ConfigurationProperties("ordo.access")
record AccessSettings(Optional<String> demoKey) {}
