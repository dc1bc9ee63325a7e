package io.switchboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.launcher.folder.StartFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void nothingGivenStartsTheServerWithDefaults() throws StartFailure {
        CommandLine line = parse();

        assertThat(line.command()).isEqualTo(Command.SERVE);
        assertThat(line.settings()).isEmpty();
    }

    @Test
    void aFlagTakesItsValueFromTheNextWordOrAfterAnEqualsSign() throws StartFailure {
        assertThat(parse("--port", "9000").value(Setting.PORT)).contains("9000");
        assertThat(parse("--port=9000").value(Setting.PORT)).contains("9000");
    }

    @Test
    void aFlagWinsOverTheEnvironment() throws StartFailure {
        CommandLine line = CommandLine.parse(List.of("--port", "9001"), Map.of("SWITCHBOARD_PORT", "9000"));

        assertThat(line.value(Setting.PORT)).contains("9001");
    }

    @Test
    void aSwitchIsOnInTheEnvironmentOnlyWhenTrue() throws StartFailure {
        assertThat(CommandLine.parse(List.of(), Map.of("SWITCHBOARD_DEMO", "true"))
                        .value(Setting.DEMO))
                .contains("true");
        assertThat(CommandLine.parse(List.of(), Map.of("SWITCHBOARD_DEMO", "false"))
                        .value(Setting.DEMO))
                .isEmpty();
        assertThatThrownBy(() -> CommandLine.parse(List.of(), Map.of("SWITCHBOARD_DEMO", "perhaps")))
                .hasMessageContaining("SWITCHBOARD_DEMO is 'perhaps'");
    }

    @Test
    void whatIsForOneCommandIsRefusedElsewhere() throws StartFailure {
        assertThat(parse("verify-history", "--heads", "h").value(Setting.HEADS)).contains("h");
        assertThatThrownBy(() -> parse("--heads", "h")).hasMessageContaining("'verify-history' only");
    }

    @Test
    void aCommandNamesItsFileByItsAbsolutePath() throws StartFailure {
        CommandLine line = parse("--data", "d", "backup", "desk.zip");

        assertThat(line.command()).isEqualTo(Command.BACKUP);
        assertThat(line.file()).isEqualTo(Path.of("desk.zip").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--frobnicate",
                "--port",
                "--port=",
                "--port --demo",
                "--port 65536",
                "--port -1",
                "--port eighty",
                "--demo=true",
                "backup",
                "backup a b",
                "verify-history a",
                "serve"
            })
    void whatCannotBeUnderstoodIsOneLineAndAUsageError(String line) {
        assertThatThrownBy(() -> parse(line.split(" ")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--help")
                .hasMessageNotContaining("\n")
                .extracting(failure -> ((StartFailure) failure).exitCode())
                .isEqualTo(StartFailure.USAGE);
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void everySettingIsInTheHelp(Setting setting) {
        assertThat(Help.text())
                .contains(setting.flag().orElse(setting.variable()))
                .contains(setting.variable());
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void everyCommandIsInTheHelp(Command command) {
        assertThat(Help.text()).contains(command.id()).contains(command.meaning());
    }

    @Test
    void aSecretHasNoFlag() {
        assertThat(Setting.values())
                .filteredOn(setting -> setting.name().endsWith("PASSWORD"))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.flag()).isEmpty());
    }

    private static CommandLine parse(String... words) throws StartFailure {
        return CommandLine.parse(List.of(words), Map.of());
    }
}
