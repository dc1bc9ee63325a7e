package io.switchboard.core.desk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.api.ticket.BodyFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What replies to solved tickets come to, in many languages (ST6). */
class ReplyReadingTest {
    /**
     * Public bodies of mails that nobody of this project wrote, read where they are: in the folder {@code shared} beside the
     * repository, or where the system property {@code switchboard.shared} says.
     */
    private static final Path FOREIGN =
            Path.of(System.getProperty("switchboard.shared", "../../shared"), "data", "replies");

    private static final Set<String> FOREIGN_THANKS = Set.of(
            "email_custom_quote_header.txt",
            "email_customer_quote_header_2.txt",
            "email_emoji.txt",
            "email_tricky_11_double_signature.txt",
            "email_tricky_16_unicode_signatures.txt");

    /** A case of the list. */
    record Case(ReplyReading expected, String language, String text) {}

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseOfTheListIsReadAsItIsMeant(Case one) {
        assertThat(ReplyReading.of(one.text(), BodyFormat.TEXT, List.of("Ada Lovelace")))
                .as(one.language() + ": " + one.text())
                .isEqualTo(one.expected());
    }

    static List<Case> cases() {
        try (InputStream file =
                        Objects.requireNonNull(ReplyReadingTest.class.getResourceAsStream("late-reply-cases.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(ReplyReadingTest::read)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Case read(String line) {
        int bar = line.indexOf('|');
        String[] head = line.substring(0, bar).split(" ", -1);
        return new Case(
                ReplyReading.valueOf(head[0].toUpperCase(Locale.ROOT)),
                head[1],
                line.substring(bar + 1).replace("\\n", "\n"));
    }

    @Test
    void theListHasThanksAnswersAndAutomaticAnswersInADozenLanguagesAndMore() {
        for (ReplyReading reading : ReplyReading.values()) {
            Set<String> languages = new TreeSet<>();
            cases().stream().filter(one -> one.expected() == reading).forEach(one -> languages.add(one.language()));
            assertThat(languages).as(reading.id()).hasSizeGreaterThan(12);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void asHtmlItIsReadAlike(Case one) {
        String html = "<div dir=\"ltr\"><p>" + Bodies.escape(one.text()).replace("\n", "<br>") + "</p></div>"
                + "<blockquote><p>Is it broken?</p></blockquote>";
        assertThat(ReplyReading.of(html, BodyFormat.HTML, List.of("Ada Lovelace")))
                .as(one.language() + ": " + one.text())
                .isEqualTo(one.expected());
    }

    @Test
    @EnabledIf("foreignMailsAreThere")
    void ofForeignMailsThanksAreReadAsThanksAndNothingElse() throws IOException {
        Set<String> thanks = new TreeSet<>();
        Set<String> automatic = new TreeSet<>();
        try (Stream<Path> files = Files.walk(FOREIGN)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".txt")).toList()) {
                String body = Files.readString(file);
                ReplyReading reading = ReplyReading.of(body, BodyFormat.TEXT, List.of());
                if (reading == ReplyReading.THANKS) {
                    thanks.add(String.valueOf(file.getFileName()));
                } else if (reading == ReplyReading.AUTOMATIC) {
                    automatic.add(String.valueOf(file.getFileName()));
                }
            }
        }
        assertThat(thanks).isEqualTo(FOREIGN_THANKS);
        assertThat(automatic).isEmpty();
    }

    /** Puts thanks in the place of the own words of foreign mails, above the quotes of many programs and languages. */
    @Test
    @EnabledIf("foreignMailsAreThere")
    void thanksAreFoundAboveForeignQuotes() throws IOException {
        List<String> thanks = cases().stream()
                .filter(one ->
                        one.expected() == ReplyReading.THANKS && one.text().indexOf('\n') < 0)
                .map(Case::text)
                .toList();
        int mails = 0;
        Set<String> missed = new TreeSet<>();
        for (String library : List.of("crisp_erp", "github_erp", "zapier_erp")) {
            Path folder = FOREIGN.resolve(library);
            for (String line : Files.readAllLines(folder.resolve("expected.jsonl"))) {
                JsonNode mail = new ObjectMapper().readTree(line);
                String body = Files.readString(folder.resolve(mail.path("file").asText()))
                        .replace("\r\n", "\n");
                String own = ownWords(mail.path("expect"));
                int at = own.isEmpty() ? -1 : body.indexOf(own);
                if (at >= 0) {
                    mails++;
                    String rest = body.substring(at + own.length());
                    thanks.stream()
                            .filter(words -> ReplyReading.of(
                                            body.substring(0, at) + words + rest,
                                            BodyFormat.TEXT,
                                            List.of("Ada Lovelace"))
                                    != ReplyReading.THANKS)
                            .forEach(words -> missed.add(mail.path("id").asText() + ": " + words));
                }
            }
        }
        assertThat(mails).isGreaterThan(55);
        assertThat(missed).isEmpty();
    }

    private static String ownWords(JsonNode expected) {
        String first = expected.path("first_fragment").asText("").strip();
        return first.isEmpty() ? expected.path("reply_text").asText("").strip() : first;
    }

    static boolean foreignMailsAreThere() {
        return Files.isDirectory(FOREIGN);
    }

    @Test
    void manyBracketsTakeNoTime() {
        assertThat(ReplyReading.of("<".repeat(1 << 20), BodyFormat.HTML, List.of()))
                .isEqualTo(ReplyReading.ANSWER);
        assertThat(ReplyReading.of("a:".repeat(1 << 19), BodyFormat.TEXT, List.of()))
                .isEqualTo(ReplyReading.ANSWER);
        assertThat(ReplyReading.of("\n".repeat(1 << 20), BodyFormat.TEXT, List.of()))
                .isEqualTo(ReplyReading.ANSWER);
    }
}
