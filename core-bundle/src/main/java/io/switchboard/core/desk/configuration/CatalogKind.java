package io.switchboard.core.desk.configuration;

import java.util.List;
import java.util.Locale;

/** The catalogs of a desk. */
public enum CatalogKind {
    /** What a ticket is about; a tree. */
    CATEGORY("categories"),
    /** The product or service concerned. */
    PRODUCT("products"),
    /** What the four priorities mean. */
    PRIORITY("priorities");

    private final String plural;

    CatalogKind(String plural) {
        this.plural = plural;
    }

    /** Returns the name of the ticket's field. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns where the API lists it. */
    public String path() {
        return "/api/v1/" + plural;
    }

    boolean optional() {
        return this == PRODUCT;
    }

    boolean fixed() {
        return this == PRIORITY;
    }

    String prefix() {
        return "catalog." + id() + ".";
    }

    String setting(String entry) {
        return prefix() + entry;
    }

    String marker() {
        return "catalog.seeded." + id();
    }

    List<CatalogEntry> seeds() {
        return switch (this) {
            case CATEGORY ->
                List.of(
                        entry("account-management", "Account Management", "Access, profiles, permissions"),
                        entry("billing-payment", "Billing/Payment", "Invoices, payments, refunds"),
                        entry("technical-issues", "Technical Issues", "Something does not work"),
                        entry("technical-issues/network", "Network", "Connections, VPN, names"),
                        entry("feature-requests", "Feature Requests", "Something is wished for"),
                        entry("general-inquiries", "General Inquiries", "Everything else"));
            case PRODUCT -> List.of();
            case PRIORITY ->
                List.of(
                        entry(
                                "P1",
                                "Critical",
                                "Sev-A: a service that the business needs is down, and nothing gets round it"),
                        entry("P2", "High", "Sev-B: a service is badly impaired, or down with a workaround"),
                        entry("P3", "Medium", "Sev-C: something is impaired for a few people"),
                        entry("P4", "Low", "Sev-C: a question, or a small defect without impact"));
        };
    }

    private static CatalogEntry entry(String id, String name, String description) {
        return new CatalogEntry(id, name, description, true);
    }
}
