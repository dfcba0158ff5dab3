/** Douyin shops through their open platform, mapped to the canonical order. */
@NullMarked
package dev.ordo.channel.douyin;

import org.jspecify.annotations.NullMarked;
