/** Taobao and Tmall through their TOP gateway, mapped to the canonical order. */
@NullMarked
package dev.ordo.channel.taobao;

import org.jspecify.annotations.NullMarked;
