package io.switchboard.core.people.directory;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.people.directory.CustomerProfile.Details;
import io.switchboard.core.store.people.OriginRow;
import io.switchboard.core.store.people.OriginStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Knows where what is known of customers comes from: a directory, or a person who set it by hand. What is noted of neither
 * was empty, or came with the customer's first message. Works in the thread's transaction.
 */
@Component(service = Origins.class)
public final class Origins {
    private final OriginStore store;

    /** Makes it. */
    @Activate
    public Origins(@Reference OriginStore store) {
        this.store = store;
    }

    /** Returns the origins of what is known of a customer, by field. */
    public Map<String, Origin> of(PersonId customer) {
        return of(List.of(customer)).getOrDefault(customer, Map.of());
    }

    /** Returns the origins of what is known of customers, at most 500, by field; of whom nothing is noted is left out. */
    Map<PersonId, Map<String, Origin>> of(Collection<PersonId> customers) {
        Map<PersonId, Map<String, Origin>> found = new HashMap<>();
        for (OriginRow row : store.of(customers)) {
            found.computeIfAbsent(row.person(), person -> new TreeMap<>())
                    .put(row.field(), new Origin(row.source(), row.toldAt()));
        }
        return found;
    }

    /**
     * Notes that directories told something.
     *
     * @param told the ids of their plugins by field
     */
    public void told(PersonId customer, Map<String, String> told, Instant now) {
        told.forEach((field, plugin) -> store.put(new OriginRow(customer, field, plugin, now)));
    }

    /**
     * Notes what a person has set by hand; no directory changes it any more.
     *
     * @param before what was known, or null of a new customer
     */
    void setByHand(PersonId customer, @Nullable Details before, Details after, Instant now) {
        Map<String, Object> old = before == null ? Map.of() : values(before);
        Map<String, Object> set = values(after);
        TreeSet<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(set.keySet());
        fields.removeIf(field -> Objects.equals(old.get(field), set.get(field)));
        fields.forEach(field -> store.put(new OriginRow(customer, field, null, now)));
    }

    /** What is not known is left out, and that somebody is not very important likewise. */
    private static Map<String, Object> values(Details details) {
        Map<String, Object> values = new HashMap<>();
        values.put(CustomerField.NAME, details.name());
        put(values, CustomerField.PHONE, details.phone());
        put(values, CustomerField.ORGANIZATION, details.organization());
        put(values, CustomerField.LANGUAGE, details.language());
        put(values, CustomerField.ZONE, details.zone());
        put(values, CustomerField.VIP, details.vip() ? Boolean.TRUE : null);
        details.attributes().forEach((name, value) -> values.put(CustomerField.attribute(name), value));
        return values;
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
