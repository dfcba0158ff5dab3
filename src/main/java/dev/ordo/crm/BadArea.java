package dev.ordo.crm;

import java.time.Instant;

/**
 * A division from which much trouble came.
 *
 * @param divisionCode province (2), city (4) or district (6 digits)
 */
public record BadArea(
    String divisionCode, Grade grade, String reason, String createdBy, Instant createdAt) {}
