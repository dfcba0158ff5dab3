package dev.ordo.access;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sign-in.
 *
 * @param demoPeople whether the first start makes one person per role with a known password
 * @param demoKey an integration API key that exists from the start; for the demo only
 */
@ConfigurationProperties("ordo.access")
record AccessSettings(@DefaultValue("false") boolean demoPeople, Optional<String> demoKey) {}
