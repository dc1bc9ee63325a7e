package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.sockets.PluginSuspicions;
import io.switchboard.core.sockets.Quarantine;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.audit.SqlAuditStore;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import io.switchboard.core.store.plugin.SqlPluginStore;
import io.switchboard.core.store.plugin.SqlQuarantineStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginQuarantineTest {
    private static final Caller ADMINISTRATOR =
            Caller.person(new PersonId(UUID.randomUUID()), Set.of(Right.PLUGIN_EDIT), "api");

    private final StoreTestbed store = StoreTestbed.hsqldb();

    /** A node, with whom it suspects and whom it has forgiven. */
    private final class Node implements PluginSuspicions {
        private final List<Suspicion> suspected = new ArrayList<>();
        private final List<String> forgiven = new ArrayList<>();
        private final Quarantine held = new Quarantine();
        private final PluginQuarantine quarantine = new PluginQuarantine(
                store.transactions(),
                new SqlQuarantineStore(store.mappers()),
                plugins(),
                held,
                List.of(this),
                new AuditLog(store.transactions(), new SqlAuditStore(store.mappers()), store.ids()),
                10);

        @Override
        public List<Suspicion> suspicions(int openings) {
            return suspected;
        }

        @Override
        public void forgive(String plugin) {
            forgiven.add(plugin);
            suspected.clear();
        }

        Node suspecting(String plugin) {
            suspected.add(new Suspicion(plugin, "It failed"));
            quarantine.look();
            return this;
        }
    }

    @BeforeEach
    void open() {
        store.open();
        install("1a");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoIsSuspectedIsHeldHereOnOtherNodesAndAfterARestart() {
        Node other = new Node();

        Node node = new Node().suspecting("failing");
        other.quarantine.look();

        assertThat(node.held.of("failing")).get().extracting("reason").isEqualTo("It failed");
        assertThat(other.held.of("failing")).isPresent();
        Node restarted = new Node();
        restarted.quarantine.look();
        assertThat(restarted.held.of("failing")).isPresent();
    }

    @Test
    void otherBytesAreNotHeldForWhatTheFirstDid() {
        Node node = new Node().suspecting("failing");
        node.suspected.clear();

        install("1b");
        node.quarantine.look();

        assertThat(node.held.all()).isEmpty();
        assertThat(node.forgiven).containsExactly("failing");
    }

    @Test
    void whoIsLetOutIsForgivenOnEveryNode() {
        Node other = new Node();
        Node node = new Node().suspecting("failing");
        other.quarantine.look();

        node.quarantine.lift(ADMINISTRATOR, "failing");
        other.quarantine.look();
        node.quarantine.look();

        assertThat(node.held.all()).isEmpty();
        assertThat(other.held.all()).isEmpty();
        assertThat(node.forgiven).containsExactly("failing");
        assertThat(other.forgiven).containsExactly("failing");
    }

    @Test
    void onlyWhoMayChangePluginsLetsThemOut() {
        Node node = new Node().suspecting("failing");

        assertThatThrownBy(() -> node.quarantine.lift(
                        Caller.person(new PersonId(UUID.randomUUID()), Set.of(Right.PLUGIN_READ), "api"), "failing"))
                .isInstanceOf(SwitchboardException.class);
        assertThatThrownBy(() -> node.quarantine.lift(ADMINISTRATOR, "never-there"))
                .isInstanceOf(SwitchboardException.class);
        assertThat(node.held.of("failing")).isPresent();
    }

    @Test
    void whatIsNoInstalledPluginIsNotHeld() {
        assertThat(new Node().suspecting("core").held.all()).isEmpty();
    }

    private PluginStore plugins() {
        return new SqlPluginStore(store.mappers());
    }

    private void install(String sha256) {
        store.transactions().write(() -> {
            plugins()
                    .put(new PluginRow(
                            "failing",
                            "1.0.0",
                            "Failing",
                            null,
                            null,
                            null,
                            "[]",
                            sha256,
                            1,
                            "upload",
                            true,
                            null,
                            null,
                            Instant.EPOCH));
            return sha256;
        });
    }
}
