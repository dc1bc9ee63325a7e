package io.switchboard.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.launcher.folder.StartFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginOrderTest {

    @Test
    void optionsMayStandBeforeAndAfterWhatIsDone() throws StartFailure {
        PluginOrder order = parse("--yes config notify --set a=1 --set=b=x=y --unset c --data /d");

        assertThat(order.verb()).isEqualTo(PluginVerb.CONFIG);
        assertThat(order.argument()).isEqualTo("notify");
        assertThat(order.has(PluginOption.YES)).isTrue();
        assertThat(order.values(PluginOption.SET)).containsExactly("a=1", "b=x=y");
        assertThat(order.value(PluginOption.DATA)).contains("/d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "list more",
                "frobnicate",
                "install",
                "remove",
                "remove ../sessions",
                "remove a?dryRun=true",
                "list --frobnicate",
                "list --yes=true",
                "list --data",
                "list --data /d --server https://desk.example.org",
                "install a.jar --set a=1",
                "config notify --set a",
                "install a.jar --json",
                "check",
                "check a.jar --data /d",
                "check a.jar --rebind",
                "develop",
                "develop classes --yes --json",
                "config notify --set a=1 --json"
            })
    void whatIsNotUnderstoodIsAMatterOfUsage(String words) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(StartFailure.USAGE));
    }

    private static PluginOrder parse(String words) throws StartFailure {
        return PluginOrder.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }
}
