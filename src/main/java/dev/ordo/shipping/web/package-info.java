/** Pages of consignments, parcels and manifests, and the labels. */
@NullMarked
package dev.ordo.shipping.web;

import org.jspecify.annotations.NullMarked;
