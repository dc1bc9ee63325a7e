package io.switchboard.directory.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.CustomerDirectory.DirectoryEntry;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.testkit.CustomerDirectoryContract;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.data.HostileTexts;
import io.switchboard.testkit.fake.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDirectoryTest implements CustomerDirectoryContract, PluginHealthContract {
    private static final String HEADER = "email,name,organization,vip\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private int writes;

    @Override
    public CsvDirectory testee() {
        write(HEADER + "Ada@Example.org,Ada Lovelace,Analytical Engines,yes\n");
        return read(Map.of());
    }

    @Override
    public String knownEmail() {
        return "ada@example.org";
    }

    @Test
    void aLineTellsAllThatTheSettingsAskFor() {
        write("Mail;Who;Firm;Key account;Lang;TZ;Tel;Segment\n"
                + "ada@BÜCHER.example;\"Lovelace; Ada\";Engines;X;pt_br;Europe/London;+44 20 1234;gold\n");
        Map<String, Object> settings = new HashMap<>(Map.of(
                "separator", ";",
                "emailColumn", "mail",
                "nameColumn", "who",
                "organizationColumn", "firm",
                "vipColumn", "key account",
                "languageColumn", "lang",
                "zoneColumn", "tz",
                "phoneColumn", "tel",
                "attributes", new String[] {"segment = market segment"}));
        CsvDirectory directory = read(settings);
        assertThat(directory.byEmail("ada@xn--bcher-kva.example"))
                .contains(new DirectoryEntry(
                        "Lovelace; Ada",
                        "Engines",
                        true,
                        "pt-BR",
                        ZoneId.of("Europe/London"),
                        "+44 20 1234",
                        Map.of("market segment", "gold")));
        assertThat(directory.check().grade()).isEqualTo(Grade.GREEN);
    }

    @Test
    void anEmptyCellTakesTheImportanceAwayAndTellsNothingElse() {
        write(HEADER + "ada@example.org,,,\nbob@example.org,,,no\n");
        CsvDirectory directory = read(Map.of());
        DirectoryEntry nothing = new DirectoryEntry(null, null, false, null, null, null, Map.of());
        assertThat(directory.byEmail("ada@example.org")).contains(nothing);
        assertThat(directory.byEmail("bob@example.org")).contains(nothing);
    }

    @Test
    void aLineThatCannotBeReadIsNamedByItsNumberAndWhatWasKnownBeforeStays() {
        Map<String, Object> settings = Map.of("languageColumn", "lang");
        write("email,name,organization,vip,lang\nada@example.org,Ada,,yes,en\nbob@example.org,Bob,,,de\n");
        CsvDirectory directory = read(settings);
        String edition = directory.edition();
        write("email,name,organization,vip,lang\n"
                + "ada@example.org,Ada,,,not a language\n"
                + "no address,Nobody,,,\n"
                + "\n"
                + "bob@example.org,Bob,,yes,de\n"
                + "BOB@example.org,Bob,,,de\n"
                + "cy@example.org,\"two\nlines\",,,\n"
                + "dee@example.org,Dee\n");
        look(directory);
        assertThat(directory.byEmail("ada@example.org")).hasValueSatisfying(ada -> {
            assertThat(ada.vip()).isTrue();
            assertThat(ada.language()).isEqualTo("en");
        });
        assertThat(directory.byEmail("bob@example.org"))
                .hasValueSatisfying(bob -> assertThat(bob.vip()).isTrue());
        assertThat(directory.edition()).isNotEqualTo(edition);
        assertThat(directory.check().grade()).isEqualTo(Grade.YELLOW);
        assertThat(directory.check().message())
                .contains(
                        "5 lines",
                        "line 2: 'lang' is no language tag",
                        "line 3: has no mail address",
                        "line 6: has an address that an earlier line has already",
                        "line 7: 'name' is not one line",
                        "line 9: has another number of columns")
                .doesNotContain("not a language", "no address,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name,vip\nAda,yes\n",
                "email,email\na@b.example,c@d.example\n",
                "email,name,organization,vip\n\"ada@example.org\"x,Ada,,\n",
                "email,name,organization,vip\n\"ada@example.org,Ada,,\n"
            })
    void aFileThatCannotBeReadLeavesWhatWasReadBefore(String broken) {
        CsvDirectory directory = testee();
        String edition = directory.edition();
        write(broken);
        look(directory);
        assertThat(directory.byEmail(knownEmail())).isPresent();
        assertThat(directory.edition()).isEqualTo(edition);
        assertThat(directory.check().grade()).isEqualTo(Grade.YELLOW);
        assertThat(directory.check().message()).contains("is not read: ", "is served on");
        write(HEADER + "ada@example.org,Ada,,\n");
        look(directory);
        assertThat(directory.check().grade()).isEqualTo(Grade.GREEN);
    }

    @Test
    void aFileThatIsTooLargeOrTooLongIsNotRead() {
        write(HEADER + "a@example.org,,,\nb@example.org,,,\n");
        assertThat(read(Map.of("maximumLines", 1)).check().message()).contains("more customers than", ", 1");
        assertThat(read(Map.of("maximumLines", 2)).check().grade()).isEqualTo(Grade.GREEN);
        write(HEADER + ("a@example.org," + "x".repeat(1_000) + ",,\n").repeat(1_100));
        assertThat(read(Map.of("maximumSize", 1)).check().message()).contains("larger than the settings allow");
    }

    @Test
    void aFileInAnotherEncodingIsReadIfTheSettingsSaySo() throws IOException {
        Files.write(file(), (HEADER + "ada@example.org,Zoë,,\n").getBytes(Charset.forName("windows-1252")));
        assertThat(read(Map.of()).check().message()).contains("not encoded in UTF-8");
        assertThat(read(Map.of("encoding", "windows-1252")).byEmail("ada@example.org"))
                .hasValueSatisfying(ada -> assertThat(ada.name()).isEqualTo("Zoë"));
        Files.write(file(), ("\uFEFF" + HEADER + "ada@example.org,Zoë,,\n").getBytes(StandardCharsets.UTF_8));
        assertThat(read(Map.of()).byEmail("ada@example.org")).isPresent();
    }

    @Test
    void aFileThatIsStillBeingWrittenIsNotReadYet() {
        CsvDirectory directory = testee();
        write(HEADER + "bob@example.org,Bob,,\n");
        directory.look();
        assertThat(directory.byEmail("bob@example.org")).isEmpty();
        write(HEADER + "bob@example.org,Bob,,\ncy@example.org,Cy,,\n");
        directory.look();
        assertThat(directory.byEmail("bob@example.org")).isEmpty();
        directory.look();
        assertThat(directory.byEmail("cy@example.org")).isPresent();
    }

    @Test
    void healthSaysWhatIsMissing() throws IOException {
        assertThat(new CsvDirectory(settings(Map.of()), new MovableClock())
                        .check()
                        .message())
                .contains("set 'file'");
        assertThat(new CsvDirectory(settings(Map.of("file", "customers.csv")), new MovableClock())
                        .check()
                        .message())
                .contains("absolute path");
        assertThat(read(Map.of()).check().grade()).as("no such file").isEqualTo(Grade.RED);
        assertThat(read(Map.of("file", folder.toString())).check().message()).contains("no ordinary file");
        write(HEADER + "ada@example.org,,,\n");
        assertThat(read(Map.of("zoneColumn", "zone")).check().message()).contains("no column zone");
        assertThat(read(Map.of("attributes", new String[] {"= x"})).check().message())
                .contains("'attributes'");
    }

    @Test
    void noTextInACellBreaksAnything() {
        StringBuilder text = new StringBuilder(HEADER);
        HostileTexts.all()
                .forEach(hostile -> text.append("\"")
                        .append(hostile.replace("\"", "\"\""))
                        .append("\",\"")
                        .append(hostile.replace("\"", "\"\""))
                        .append("\",,\n"));
        text.append("ada@example.org,Ada,,\n");
        writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(read(Map.of()).byEmail("ada@example.org")).isPresent();
    }

    private Path file() {
        return folder.resolve("customers.csv");
    }

    private void write(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Each time a second later, so that no change goes unnoticed. */
    private void writeBytes(byte[] bytes) {
        try {
            Files.write(file(), bytes);
            Files.setLastModifiedTime(file(), FileTime.from(Instant.EPOCH.plusSeconds(++writes)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private CsvDirectory read(Map<String, ?> changed) {
        Map<String, Object> all = new HashMap<>(Map.of("file", file().toString()));
        all.putAll(changed);
        CsvDirectory directory = new CsvDirectory(settings(all), new MovableClock());
        look(directory);
        return directory;
    }

    private static void look(CsvDirectory directory) {
        directory.look();
        directory.look();
    }

    /** The settings with their defaults, but for some. */
    private static CsvSettings settings(Map<String, ?> changed) {
        return (CsvSettings) Proxy.newProxyInstance(
                CsvSettings.class.getClassLoader(),
                new Class<?>[] {CsvSettings.class},
                (proxy, method, arguments) -> changed.containsKey(method.getName())
                        ? changed.get(method.getName())
                        : method.getDefaultValue());
    }
}
