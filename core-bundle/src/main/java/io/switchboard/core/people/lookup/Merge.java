package io.switchboard.core.people.lookup;

import io.switchboard.api.people.CustomerDirectory.DirectoryEntry;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.core.people.PhoneNumber;
import io.switchboard.core.people.directory.CustomerField;
import io.switchboard.core.people.directory.CustomerProfile.Details;
import io.switchboard.core.people.directory.Origin;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what is known of a customer and what directories say. A directory fills in what nobody knows, and changes
 * what a directory told before; and the name that came with a message. What a person set by hand stays, unless it is to
 * follow the directories again.
 */
final class Merge {
    private static final int ATTRIBUTES = 50;

    private final List<Heard> heard;
    private final Map<String, Origin> origins;
    private final Set<String> follow;
    private final Map<String, String> told = new TreeMap<>();

    Merge(List<Heard> heard, Map<String, Origin> origins, Set<String> follow) {
        this.heard = heard;
        this.origins = origins;
        this.follow = follow;
    }

    /** What one directory says of one thing. */
    private record Said<T>(String plugin, T value) {}

    /**
     * Returns what the customer is to be.
     *
     * @param organization finds an organization by its name
     */
    Details apply(Details now, Function<String, OrganizationId> organization) {
        return new Details(
                orElse(take(CustomerField.NAME, now.name(), true, Merge::name), now.name()),
                now.email(),
                take(CustomerField.PHONE, now.phone(), now.phone() == null, Merge::phone),
                take(CustomerField.ORGANIZATION, now.organization(), now.organization() == null, entry -> {
                    String name = entry.organization();
                    return name == null ? null : organization.apply(name.strip());
                }),
                orElse(take(CustomerField.VIP, now.vip(), !now.vip(), DirectoryEntry::vip), now.vip()),
                now.active(),
                take(CustomerField.LANGUAGE, now.language(), now.language() == null, Merge::language),
                take(CustomerField.ZONE, now.zone(), now.zone() == null, DirectoryEntry::zone),
                attributes(now.attributes()));
    }

    /** Returns which directory told what was new, by field. */
    Map<String, String> told() {
        return told;
    }

    private <T> @Nullable T take(
            String field, @Nullable T now, boolean empty, Function<DirectoryEntry, @Nullable T> told) {
        Said<T> said = mayFollow(field, empty) ? first(told) : null;
        if (said == null) {
            return now;
        }
        return changed(field, now, said);
    }

    private <T> T changed(String field, @Nullable T now, Said<T> said) {
        if (!Objects.equals(said.value(), now) || follow.contains(field)) {
            told.put(field, said.plugin());
        }
        return said.value();
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private boolean mayFollow(String field, boolean empty) {
        Origin origin = origins.get(field);
        return follow.contains(field) || (origin == null ? empty : origin.directory() != null);
    }

    private <T> @Nullable Said<T> first(Function<DirectoryEntry, @Nullable T> told) {
        for (Heard one : heard) {
            DirectoryEntry entry = one.entry();
            T value = entry == null ? null : told.apply(entry);
            if (value != null) {
                return new Said<>(one.plugin(), value);
            }
        }
        return null;
    }

    private Map<String, String> attributes(Map<String, String> now) {
        Map<String, Said<String>> said = new LinkedHashMap<>();
        for (Heard one : heard) {
            DirectoryEntry entry = one.entry();
            if (entry != null) {
                new TreeMap<>(entry.attributes())
                        .forEach((name, value) -> said.putIfAbsent(name, new Said<>(one.plugin(), value)));
            }
        }
        Map<String, String> attributes = new HashMap<>(now);
        said.forEach((name, value) -> {
            String field = CustomerField.attribute(name);
            boolean room = now.containsKey(name) || attributes.size() < ATTRIBUTES;
            if (room && mayFollow(field, !now.containsKey(name))) {
                attributes.put(name, changed(field, now.get(name), value));
            }
        });
        return attributes;
    }

    private static @Nullable String name(DirectoryEntry entry) {
        String name = entry.name();
        return name == null ? null : name.strip();
    }

    private static @Nullable PhoneNumber phone(DirectoryEntry entry) {
        String phone = entry.phone();
        return phone == null ? null : PhoneNumber.of(phone, CustomerField.PHONE);
    }

    private static @Nullable String language(DirectoryEntry entry) {
        String language = entry.language();
        return language == null
                ? null
                : new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
    }
}
