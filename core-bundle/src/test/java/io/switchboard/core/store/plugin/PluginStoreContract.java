package io.switchboard.core.store.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of plugins does. */
interface PluginStoreContract {
    String FOLDER = SourceRow.FOLDER + "abcdefghijkl";

    StoreTestbed store();

    default PluginStore testee() {
        return new SqlPluginStore(store().mappers());
    }

    private <T extends @Nullable Object> T write(Supplier<T> work) {
        return store().transactions().write(work);
    }

    private void put(PluginRow row) {
        write(() -> {
            testee().put(row);
            return row;
        });
    }

    private static PluginRow row(String id, String sha256) {
        return new PluginRow(
                id,
                "1.0.0",
                "Name",
                null,
                null,
                null,
                "[\"IntakeChannel\"]",
                sha256,
                12,
                "upload",
                true,
                null,
                null,
                Instant.parse("2026-03-01T08:00:00Z"));
    }

    @Test
    default void aPluginIsFoundAsItWasPut() {
        PluginRow row = row("found", "1a");
        put(row);
        assertThat(write(() -> testee().find("found"))).contains(row);
        assertThat(write(() -> testee().find("other"))).isEmpty();
        assertThat(write(() -> testee().all())).contains(row);
    }

    @Test
    default void aPluginTakesThePlaceOfTheOneWithItsId() {
        put(row("place", "2a"));
        put(row("place", "2b"));
        assertThat(write(() -> testee().find("place"))).contains(row("place", "2b"));
    }

    @Test
    default void aFailureIsKeptAndTakenBack() {
        put(row("failing", "3a"));
        write(() -> {
            testee().fail("failing", "it hangs");
            return true;
        });
        assertThat(write(() -> testee().find("failing").orElseThrow().failure()))
                .isEqualTo("it hangs");
        write(() -> {
            testee().fail("failing", null);
            return true;
        });
        assertThat(write(() -> testee().find("failing"))).contains(row("failing", "3a"));
    }

    @Test
    default void aQuarantineHoldsForTheBytesThatFailed() {
        SqlQuarantineStore quarantine = new SqlQuarantineStore(store().mappers());
        QuarantineRow held = new QuarantineRow("held", "9a", Instant.parse("2026-03-01T09:00:00Z"), "It failed");
        put(row("held", "9a"));
        assertThat(write(() -> quarantine.add(new QuarantineRow("held", "9b", held.since(), "It failed"))))
                .isFalse();
        assertThat(write(() -> quarantine.add(held))).isTrue();
        assertThat(write(quarantine::all)).containsExactly(held);

        put(row("held", "9b"));
        assertThat(write(quarantine::all)).isEmpty();
        QuarantineRow again = new QuarantineRow("held", "9b", held.since(), "It failed again");
        assertThat(write(() -> quarantine.add(again))).isTrue();
        assertThat(write(quarantine::all)).containsExactly(again);

        assertThat(write(() -> quarantine.remove("held"))).isTrue();
        assertThat(write(() -> quarantine.remove("held"))).isFalse();
        assertThat(write(quarantine::all)).isEmpty();
    }

    @Test
    default void archivesStayAsLongAsAPluginConsistsOfThem() {
        put(row("kept", "4a"));
        write(() -> {
            testee().addPiece("4a", 0, new byte[] {1, 2, 3});
            testee().addPiece("4b", 0, new byte[] {4});
            testee().removeUnusedArchives();
            return true;
        });
        assertThat(write(() -> testee().piece("4a", 0).orElseThrow())).containsExactly(1, 2, 3);
        assertThat(write(() -> testee().piece("4a", 1))).isEmpty();
        assertThat(write(() -> testee().piece("4b", 0))).isEmpty();
        write(() -> {
            testee().remove("kept");
            testee().removeUnusedArchives();
            return true;
        });
        assertThat(write(() -> testee().piece("4a", 0))).isEmpty();
    }

    @Test
    default void aSnapshotIsWhatWasInstalledAndItsArchivesStayUntilItGoes() {
        SnapshotStore snapshots = new SqlSnapshotStore(store().mappers());
        Instant time = Instant.parse("2026-03-01T08:00:00Z");
        PluginRow row = row("earlier", "7a");
        put(row.with(true, "a failure is not part of a set"));
        SnapshotRow first = new SnapshotRow(70, time, "person:somebody", "installed", "earlier");
        SnapshotRow second = new SnapshotRow(71, time, "system:plugin-start", "offered", null);
        write(() -> {
            testee().addPiece("7a", 0, new byte[] {7});
            snapshots.add(first);
            testee().remove("earlier");
            snapshots.add(second);
            testee().removeUnusedArchives();
            return true;
        });
        assertThat(write(snapshots::all)).containsExactly(second, first);
        assertThat(write(() -> snapshots.plugins(70))).contains(row);
        assertThat(write(() -> snapshots.plugins(71))).doesNotContain(row);
        assertThat(write(() -> testee().piece("7a", 0))).isPresent();
        write(() -> {
            snapshots.removeBefore(71);
            testee().removeUnusedArchives();
            return true;
        });
        assertThat(write(snapshots::all)).containsExactly(second);
        assertThat(write(() -> snapshots.plugins(70))).isEmpty();
        assertThat(write(() -> testee().piece("7a", 0))).isEmpty();
        write(() -> {
            snapshots.removeBefore(72);
            return true;
        });
    }

    @Test
    default void aSourceIsKnownByKindAndName() {
        SourceRow first = new SourceRow(FOLDER, "a.jar", "5a", "1.0.0", "source");
        SourceRow second = new SourceRow(FOLDER, "a.jar", "5b", "1.1.0", "source");
        write(() -> {
            testee().putSource(first);
            testee().putSource(second);
            return true;
        });
        assertThat(write(() -> testee().sources(FOLDER))).containsExactly(second);
        assertThat(write(() -> testee().sources(SourceRow.OFFERED))).isEmpty();
        write(() -> {
            testee().removeSource(FOLDER, "a.jar");
            return true;
        });
        assertThat(write(() -> testee().sources(FOLDER))).isEmpty();
    }

    @Test
    default void anArchiveIsKnownElsewhereIfAnotherPlaceInAFolderHasIt() {
        SourceRow first = new SourceRow(FOLDER, "a.jar", "6a", "1.0.0", "shared");
        SourceRow offered = new SourceRow(SourceRow.OFFERED, "shared", "6a", "1.0.0", "shared");
        SourceRow other = new SourceRow(SourceRow.FOLDER + "mnopqrstuvwx", "a.jar", "6a", "1.0.0", "shared");
        write(() -> {
            testee().putSource(first);
            testee().putSource(offered);
            return true;
        });
        assertThat(write(() -> testee().elsewhere(first))).isFalse();
        write(() -> {
            testee().putSource(other);
            return true;
        });
        assertThat(write(() -> testee().elsewhere(first))).isTrue();
        write(() -> {
            testee().removeSource(other.kind(), other.name());
            testee().removeSource(first.kind(), first.name());
            testee().removeSource(offered.kind(), offered.name());
            return true;
        });
    }
}
