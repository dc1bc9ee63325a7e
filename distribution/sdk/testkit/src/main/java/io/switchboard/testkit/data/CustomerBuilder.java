package io.switchboard.testkit.data;

import io.switchboard.api.people.Customer;
import io.switchboard.api.people.OrganizationId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds customers. What a test does not name is unknown; the address is {@code customer<serial>@example.com}. */
public final class CustomerBuilder {
    private final long serial;
    private String name;
    private @Nullable String email;
    private @Nullable OrganizationId organization;
    private boolean vip;
    private @Nullable String language;
    private final Map<String, String> attributes = new LinkedHashMap<>();

    CustomerBuilder(long serial) {
        this.serial = serial;
        name = "Customer " + serial;
        email = "customer" + serial + "@example.com";
    }

    /** Sets the name. */
    public CustomerBuilder name(String newName) {
        name = newName;
        return this;
    }

    /** Sets the address, or null for none. */
    public CustomerBuilder email(@Nullable String address) {
        email = address;
        return this;
    }

    /** Sets the organization. */
    public CustomerBuilder organization(OrganizationId id) {
        organization = id;
        return this;
    }

    /** Makes the customer a very important one. */
    public CustomerBuilder vip() {
        vip = true;
        return this;
    }

    /** Sets the language. */
    public CustomerBuilder language(String tag) {
        language = tag;
        return this;
    }

    /** Sets what a directory told. */
    public CustomerBuilder attribute(String key, String value) {
        attributes.put(key, value);
        return this;
    }

    /** Builds the customer. */
    public Customer build() {
        return new Customer(
                SampleIds.person(10_000 + serial), name, email, null, organization, vip, language, null, attributes);
    }
}
