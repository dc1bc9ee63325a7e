package io.switchboard.core.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.audit.AuditQuery.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the audit store does, on every engine. */
interface AuditStoreContract {
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    StoreTestbed store();

    default AuditStore audit() {
        return new SqlAuditStore(store().mappers());
    }

    @Test
    default void entriesAreListedNewestFirstPageByPageByEachFilter() {
        List<String> expected = new ArrayList<>();
        for (int minute = 0; minute < 6; minute++) {
            add(NOON.plus(Duration.ofMinutes(minute / 2)), "role.changed", "person:ada", "role:" + minute % 3);
            add(NOON.plus(Duration.ofMinutes(minute / 2)), "role.removed", "person:bob", "role:" + minute % 3);
        }
        for (int page = 0; page < 6; page++) {
            expected.add(0, "role:" + page % 3);
        }
        assertThat(paged("person:ada", null, null)).isEqualTo(expected);
        assertThat(paged(null, "role.removed", null)).isEqualTo(expected);
        assertThat(paged(null, null, null)).hasSize(12);
        assertThat(paged(null, "role.changed", "role:1")).containsExactly("role:1", "role:1");
        assertThat(in(new AuditQuery(
                        "person:ada",
                        null,
                        null,
                        NOON.plus(Duration.ofMinutes(1)),
                        NOON.plus(Duration.ofMinutes(2)),
                        null,
                        10)))
                .hasSize(2);
        assertThat(store().transactions().read(() -> audit().countBefore(NOON.plusSeconds(60), 3)))
                .isEqualTo(3);
        assertThat(store().transactions().write(() -> audit().removeBefore(NOON.plusSeconds(60), 3)))
                .isEqualTo(3);
        assertThat(store().transactions().write(() -> audit().removeBefore(NOON.plusSeconds(60), 3)))
                .isEqualTo(1);
        assertThat(paged(null, null, null)).hasSize(8);
    }

    private List<String> paged(@Nullable String actor, @Nullable String kind, @Nullable String object) {
        List<String> objects = new ArrayList<>();
        Position after = null;
        while (true) {
            List<AuditRow> rows = in(new AuditQuery(actor, kind, object, null, null, after, 1));
            if (rows.isEmpty()) {
                return objects;
            }
            objects.add(rows.get(0).object());
            after = new Position(rows.get(0).happenedAt(), rows.get(0).id());
        }
    }

    private List<AuditRow> in(AuditQuery query) {
        return store().transactions().read(() -> audit().list(query));
    }

    private void add(Instant at, String kind, String actor, String object) {
        store().transactions().write(() -> {
            audit().add(new AuditRow(
                    store().ids().next(), at, kind, actor, "api", "203.0.113.7", object, null, "{\"name\":\"x\"}"));
            return at;
        });
    }
}
