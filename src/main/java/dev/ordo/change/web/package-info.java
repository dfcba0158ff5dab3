/** Put-backs reported by devices over HTTP. */
@NullMarked
package dev.ordo.change.web;

import org.jspecify.annotations.NullMarked;
