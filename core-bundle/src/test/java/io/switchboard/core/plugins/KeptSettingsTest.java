package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.KeptSettings.Sealed;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.plugin.SettingsVersionRow;
import io.switchboard.core.store.plugin.SettingsVersionStore;
import io.switchboard.core.store.plugin.SqlSettingsVersionStore;
import io.switchboard.core.store.setting.SqlSettingStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class KeptSettingsTest {
    private static final Caller SOMEBODY = Caller.system("test");

    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    @TempDir
    Path data;

    private SettingsVersionStore versions;
    private KeptSettings kept;

    @BeforeEach
    void make() throws IOException {
        versions = new SqlSettingsVersionStore(STORE.mappers());
        kept = new KeptSettings(new SqlSettingStore(STORE.transactions(), STORE.mappers()), versions, new Vault(data));
    }

    private void save(String plugin, Map<String, Object> values) {
        long seen = kept.load(plugin).version();
        STORE.transactions().write(() -> {
            kept.save(plugin, values, seen, SOMEBODY);
            return seen;
        });
    }

    private List<SettingsVersionRow> versions(String plugin) {
        return STORE.transactions().read(() -> versions.all(plugin));
    }

    @Test
    void eachChangeIsAVersionThatSaysWhoMadeItWithSecretsSealed() {
        Sealed secret = kept.seal("front-desk", "secret", "open sesame");
        save("front-desk", Map.of("host", "a", "secret", secret));
        save("front-desk", Map.of("host", "b"));

        assertThat(versions("front-desk"))
                .extracting(row -> row.version() + " " + row.actor())
                .containsExactly("2 system:test", "1 system:test");
        SettingsVersionRow first = versions("front-desk").get(1);
        assertThat(first.content()).doesNotContain("open sesame");
        assertThat(kept.read(first.content(), 1).values())
                .containsEntry("host", "a")
                .containsEntry("secret", secret);
    }

    @Test
    void theLatestVersionsAreKept() {
        for (int number = 1; number <= KeptSettings.VERSIONS + 2; number++) {
            save("busy", Map.of("number", number));
        }

        assertThat(versions("busy"))
                .hasSize(KeptSettings.VERSIONS)
                .first()
                .extracting(SettingsVersionRow::version)
                .isEqualTo(KeptSettings.VERSIONS + 2L);
    }

    @Test
    void whatWasSetBeforeVersionsWereKeptCanBeGoneBackToToo() {
        save("old-hand", Map.of("host", "a"));
        STORE.transactions().write(() -> {
            versions.removeBefore("old-hand", Long.MAX_VALUE);
            return true;
        });

        save("old-hand", Map.of("host", "b"));

        assertThat(versions("old-hand")).extracting(SettingsVersionRow::version).containsExactly(2L, 1L);
    }
}
