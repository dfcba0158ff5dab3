package dev.ordo.order;

/**
 * Who gets the goods, as everybody may see it: divisions, masks and keys, no plain text.
 *
 * @param key equal for the same person at the same place; orders with equal keys may merge
 * @param token platform token such as an OAID, empty where the shop gave plain data
 * @param phoneHash search hash of the phone number, empty where only a token is known
 * @param region province, city and district as words
 */
public record Receiver(
    String key,
    String token,
    String country,
    String provinceCode,
    String cityCode,
    String districtCode,
    String region,
    String nameMask,
    String phoneMask,
    String detailMask,
    String phoneHash) {}
