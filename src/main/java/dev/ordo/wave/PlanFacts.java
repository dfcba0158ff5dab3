package dev.ordo.wave;

import dev.ordo.catalog.Product;
import dev.ordo.site.Location;
import dev.ordo.site.Skill;
import dev.ordo.site.Trolley;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What planning a wave must know besides its consignments.
 *
 * @param locations those of the layout's cells, by code
 * @param products by SKU
 * @param common skills that everybody of the warehouse has: they keep no goods apart
 */
record PlanFacts(
    String warehouse,
    Map<String, Location> locations,
    Map<String, Product> products,
    List<Trolley> trolleys,
    Set<Skill> common) {}
