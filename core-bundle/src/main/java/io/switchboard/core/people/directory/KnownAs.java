package io.switchboard.core.people.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.audit.AuditQuery;
import io.switchboard.core.store.audit.AuditRow;
import io.switchboard.core.store.audit.AuditStore;
import io.switchboard.core.store.people.PersonRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Knows by what a person is and was known: names, addresses and telephone numbers, the former ones as far as the audit log
 * goes. Works in the thread's transaction.
 */
@Component(service = KnownAs.class)
public final class KnownAs {
    private static final int MOST = 200;

    private final AuditStore audit;

    /** Makes it. */
    @Activate
    public KnownAs(@Reference AuditStore audit) {
        this.audit = audit;
    }

    /** Returns all of it, addresses and numbers before names, each once. */
    public List<String> of(PersonRow person) {
        Set<String> reached = new LinkedHashSet<>();
        Set<String> called = new LinkedHashSet<>();
        add(reached, person.email());
        add(reached, person.emailKey());
        add(reached, person.phone());
        add(reached, person.phoneKey());
        add(called, person.name());
        for (AuditRow row : audit.list(new AuditQuery(null, null, "person:" + person.id(), null, null, null, MOST))) {
            for (String state : new String[] {row.beforeState(), row.afterState()}) {
                former(state, reached, called);
            }
        }
        return Stream.concat(reached.stream(), called.stream()).distinct().toList();
    }

    private static void former(@Nullable String state, Set<String> reached, Set<String> called) {
        if (state == null) {
            return;
        }
        JsonNode details = Json.tree(state);
        add(called, details.path("name").textValue());
        for (String way : List.of("email", "phone")) {
            add(reached, details.path(way).path("text").textValue());
            add(reached, details.path(way).path("key").textValue());
        }
    }

    private static void add(Set<String> words, @Nullable String word) {
        if (word != null && !word.isBlank()) {
            words.add(word);
        }
    }
}
