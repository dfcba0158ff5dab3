package dev.ordo.site;

/**
 * A person who walks the aisles of one warehouse.
 *
 * @param code badge code, unique in the warehouse
 * @param login the person's sign-in name; the same text as the code if there is none
 * @param active whether trips may be given to this person
 */
public record Picker(String warehouse, String code, String name, String login, boolean active) {}
