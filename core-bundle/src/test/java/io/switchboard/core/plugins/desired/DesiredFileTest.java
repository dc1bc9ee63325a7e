package io.switchboard.core.plugins.desired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.SwitchboardException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Version;

class DesiredFileTest {
    private static DesiredPlugin one(String members) {
        return DesiredFile.read("{\"plugins\": [{\"id\": \"notify\"" + members + "}]}")
                .get(0);
    }

    @Test
    void aPluginComesFromTheDistributionInAnyVersionUnlessTheFileSaysOtherwise() {
        DesiredPlugin plugin = one("");

        assertThat(plugin.source()).isEqualTo(new DesiredSource.Distribution());
        assertThat(plugin.versions().includes(new Version("7.1.0"))).isTrue();
        assertThat(plugin.enabled()).isTrue();
        assertThat(plugin.settings()).isNull();
    }

    @Test
    void aVersionIsThatOneAndARangeIsARange() {
        assertThat(one(", \"version\": \"1.2.0\"").versions().includes(new Version("1.2.1")))
                .isFalse();
        assertThat(one(", \"version\": \"[1.2,2)\"").versions().includes(new Version("1.9.0")))
                .isTrue();
    }

    @Test
    void settingsMayStandElsewhere(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("key"), "word\n");
        Map<String, Object> settings =
                one(", \"settings\": {\"a\": 1, \"b\": [\"x\"], \"c\": {\"file\": \"key\"}, \"d\": {\"environment\": \"KEY\"}}")
                        .settings();

        assertThat(settings).containsEntry("a", 1L).containsEntry("b", List.of("x"));
        assertThat(((SettingReference) settings.get("c")).resolve(data, name -> null))
                .contains("word");
        assertThat(((SettingReference) settings.get("d")).resolve(data, Map.of("KEY", "other")::get))
                .contains("other");
        assertThat(new SettingReference.File("missing").resolve(data, name -> null))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|plugins.json",
                "{}|plugins",
                "{\"plugins\": [], \"more\": 1}|more",
                "{\"plugins\": [{\"id\": \"A\"}]}|plugins[0].id",
                "{\"plugins\": [{\"id\": \"abc\"}, {\"id\": \"abc\"}]}|plugins[1].id",
                "{\"plugins\": [{\"id\": \"abc\", \"version\": \"x.y\"}]}|plugins[0].version",
                "{\"plugins\": [{\"id\": \"abc\", \"source\": {\"site\": \"x\"}}]}|plugins[0].source",
                "{\"plugins\": [{\"id\": \"abc\", \"enabled\": \"no\"}]}|plugins[0].enabled",
                "{\"plugins\": [{\"id\": \"abc\", \"signer\": \"x\"}]}|plugins[0].signer",
                "{\"plugins\": [{\"id\": \"abc\", \"settings\": {\"a\": {\"value\": 1}}}]}|plugins[0].settings.a",
                "{\"plugins\": [{\"id\": \"abc\", \"settings\": {\"a\": [[1]]}}]}|plugins[0].settings.a",
            })
    void whatIsWrongIsNamed(String json, String field) {
        assertThatThrownBy(() -> DesiredFile.read(json))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refused -> assertThat(refused.fields())
                                .extracting(wrong -> wrong.field())
                                .contains(field));
    }
}
