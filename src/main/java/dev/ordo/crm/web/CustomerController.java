package dev.ordo.crm.web;

import dev.ordo.console.Listing;
import dev.ordo.console.Sections;
import dev.ordo.crm.Customer;
import dev.ordo.crm.Customers;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of customers and the page of one. */
@Controller
class CustomerController {
  private final Customers customers;
  private final Sections sections;

  CustomerController(Customers customers, Sections sections) {
    this.customers = customers;
    this.sections = sections;
  }

  @GetMapping("/customers")
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam Optional<String> cursor,
      Model model) {
    Listing<Customer> listing =
        Listing.of(
            customers.page(q.strip(), Listing.before(cursor), Listing.SIZE + 1),
            Listing.SIZE,
            Customer::id);
    model.addAttribute("q", q);
    model.addAttribute("customers", listing.rows());
    model.addAttribute("next", listing.next().orElse(""));
    return "crm/customers";
  }

  @GetMapping("/customers/{id}")
  String one(@PathVariable String id, Locale locale, Model model) {
    long number = Ids.parse(id);
    Customer customer =
        customers
            .find(number)
            .orElseThrow(() -> new Refusal("id", id, "Choose a customer from the list."));
    model.addAttribute("customer", customer);
    model.addAttribute("purchases", customers.purchases(number));
    model.addAttribute("sections", sections.of("customer", number, locale));
    return "crm/customer";
  }
}
