package io.switchboard.core.store.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.NameKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of templates, macros and views does. */
interface ShelfStoreContract {
    StoreTestbed testbed();

    private ShelfStore testee() {
        return new SqlShelfStore(testbed().mappers());
    }

    @Test
    default void anItemIsFoundAsItWasKeptAndOnlyUnderItsKind() {
        ShelfRow row = kept(row("Grüße <b>", UUID.randomUUID(), "own", 3));
        assertThat(run(() -> testee().find("template", row.id()))).contains(row);
        assertThat(run(() -> testee().find("macro", row.id()))).isEmpty();
    }

    @Test
    default void itIsChangedAndRemovedOnlyAsItWasSeen() {
        ShelfRow row = kept(row("Old", UUID.randomUUID(), "own", 0));
        ShelfRow newer = new ShelfRow(
                row.id(),
                row.kind(),
                "everybody",
                ShelfStore.EVERYBODY,
                7,
                "New",
                "new",
                "{\"a\":1}",
                2,
                row.createdAt(),
                row.updatedAt());
        assertThat(run(() -> testee().update(newer, 5))).isFalse();
        assertThat(run(() -> testee().update(newer, 1))).isTrue();
        assertThat(run(() -> testee().find("template", row.id()))).contains(newer);
        assertThat(run(() -> testee().delete(row.id(), 1))).isFalse();
        assertThat(run(() -> testee().delete(row.id(), 2))).isTrue();
        assertThat(run(() -> testee().find("template", row.id()))).isEmpty();
    }

    @Test
    default void aListGoesOnWhereThePageBeforeEnded() {
        UUID owner = UUID.randomUUID();
        kept(row("b", owner, "own", 1));
        kept(row("B", owner, "own", 1));
        kept(row("z", owner, "own", 0));
        kept(row("a", owner, "own", 1));
        kept(row("not theirs", UUID.randomUUID(), "own", 0));
        assertThat(names(owner, null, 9)).startsWith("z", "a").hasSize(4);
        ShelfRow second = run(() -> testee().list("template", Set.of(owner), false, null, 3))
                .get(2);
        ShelfPosition after = new ShelfPosition(second.place(), second.nameKey(), second.id());
        assertThat(names(owner, after, 9)).hasSize(1).first().asString().isEqualToIgnoringCase("b");
        assertThat(run(() -> testee().count("template", owner, 3))).isEqualTo(3);
        assertThat(run(() -> testee().count("template", owner, 9))).isEqualTo(4);
    }

    @Test
    default void theItemsOfAllTeamsCanBeListed() {
        ShelfRow team = kept(row("team's", UUID.randomUUID(), "team", 0));
        ShelfRow own = kept(row("own", UUID.randomUUID(), "own", 0));
        List<UUID> found = run(() -> testee().list("template", Set.of(ShelfStore.EVERYBODY), true, null, 99)).stream()
                .map(ShelfRow::id)
                .toList();
        assertThat(found).contains(team.id()).doesNotContain(own.id());
    }

    private List<String> names(UUID owner, @Nullable ShelfPosition after, int limit) {
        return run(() -> testee().list("template", Set.of(owner), false, after, limit)).stream()
                .map(ShelfRow::name)
                .toList();
    }

    private ShelfRow kept(ShelfRow row) {
        run(() -> {
            testee().insert(row);
            return true;
        });
        return row;
    }

    private <T> T run(Supplier<T> work) {
        return testbed().transactions().write(work);
    }

    private static ShelfRow row(String name, UUID owner, String reach, int place) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new ShelfRow(
                UUID.randomUUID(), "template", reach, owner, place, name, NameKey.of(name), "{}", 1, now, now);
    }
}
