package dev.ordo.address;

/**
 * The person an order goes to, as delivered: plain, masked by the platform (then mostly with a
 * token), or both.
 *
 * @param token the platform's stand-in for the person (OAID and the like), empty when there is none
 */
public record Receiver(String name, String phone, RawAddress address, String token) {}
