package dev.ordo.bench;

/**
 * One read of a scanner.
 *
 * @param key names this scan, so that a repeated message counts once; empty for none
 * @param code barcode or SKU
 * @param qty pieces put in, below zero for pieces taken out
 */
public record Scan(String key, String code, int qty) {}
