package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.switchboard.it.harness.ArticleShelf;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.LetterBox;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of customers with scripts: the form that fits in place, files with their progress, and answers while they type. */
class PortalPagesIT {
    private static final String SEND = "form[data-fits] > button";

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningServer server;

    private static Http administrator;
    private static LetterBox letters;
    private static Path files;

    @BeforeAll
    static void begin(@TempDir Path folder) throws IOException {
        chromium = Chromium.start();
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
        letters = new LetterBox(Files.createDirectories(folder.resolve("letters"))).install(administrator);
        files = Files.createDirectories(folder.resolve("files"));
        ArticleShelf.install(administrator);
        Map<String, Object> question =
                Map.of("id", "cable", "text", "Is the cable plugged in?", "kind", "yes_no", "required", true);
        administrator
                .with("If-Match", "*")
                .put(
                        "/api/v1/diagnostic-questions",
                        Map.of("sets", List.of(Map.of("category", "technical-issues", "questions", List.of(question)))))
                .expect(200);
    }

    @Test
    void theFormFitsWhatIsChosenInPlaceAndKeepsWhatWasTyped() {
        try (Screen screen = chromium.open(server.address(), Look.USUAL)) {
            Page page = screen.visit("/").page();
            assertThat(page.getByText("Show what belongs to it")).isHidden();
            page.getByLabel("What happened?").fill("typed with care");
            page.getByLabel("Something does not work").check();
            page.getByLabel("Error message").fill("E-17");
            page.getByLabel("Which area does it belong to?").selectOption("technical-issues/network");
            page.getByLabel("Is the cable plugged in?").selectOption("yes");
            page.getByLabel("I have a question").check();
            assertThat(page.getByLabel("What would you like to know?")).hasValue("typed with care");
            assertThat(page.getByLabel("Error message")).hasCount(0);
            assertThat(page.getByLabel("Is the cable plugged in?")).hasValue("yes");
            page.getByLabel("Something does not work").check();
            assertThat(page.getByLabel("Error message")).hasValue("E-17");
        }
    }

    @Test
    void aRefusedFormKeepsItsFilesAndASentOneBecomesTheReceipt() {
        try (Screen screen = chromium.open(server.address(), Look.USUAL)) {
            Page page = screen.visit("/").page();
            // The server is asked, not the browser.
            page.locator("form[data-fits]").evaluate("form => form.noValidate = true");
            choose(page, text("one.txt"), text("two.txt"));
            fill(page, "With a file", "no address");
            page.locator(SEND).click();
            assertThat(page.locator(".errors")).isFocused();
            assertThat(page.locator("#email-fault")).containsText("must be a mail address");
            assertThat(page.locator(".chosen li")).hasCount(2);
            page.getByLabel("Remove one.txt").click();
            assertThat(page.locator(".chosen li")).containsText(new String[] {"two.txt"});
            page.locator("#email").fill("files@example.org");
            page.locator(SEND).click();
            assertThat(page.locator("h1")).hasText("We have it");
            assertThat(page.locator("h1")).isFocused();
            page.locator(".link a").click();
            assertThat(page.locator(".file")).hasText(new String[] {"two.txt"});
            answer(page);
        }
    }

    private static void answer(Page page) {
        choose(page, text("three.txt"));
        page.getByLabel("Your answer").fill("Here is one more");
        page.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("article")).hasCount(2);
        assertThat(page.locator(".file")).hasText(new String[] {"two.txt", "three.txt"});
        assertThat(page.locator(".chosen li")).hasCount(0);
    }

    @Test
    void whatTheServerWouldRefuseIsSaidAtOnceAndNothingIsSent() throws IOException {
        Path large = files.resolve("large.bin");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((50L << 20) + 1);
        }
        try (Screen screen = chromium.open(server.address(), Look.USUAL)) {
            Page page = screen.visit("/").page();
            fill(page, "Too large", "large@example.org");
            page.locator("#file").setInputFiles(large);
            assertThat(page.getByText("This file is too large: at most 50 MB.")).isVisible();
            page.locator(SEND).click();
            assertThat(page.getByLabel("Remove large.bin")).isFocused();
            page.getByLabel("Remove large.bin").click();
            choose(
                    page,
                    IntStream.rangeClosed(1, 11)
                            .mapToObj(number -> text(number + ".txt"))
                            .toArray(FilePayload[]::new));
            assertThat(page.getByText("At most 10 files. Remove 1 of them.")).isVisible();
            page.locator(SEND).click();
            assertThat(page.locator("h1")).hasText("How can we help?");
            page.getByLabel("Remove 11.txt").click();
            assertThat(page.locator("#files-fault")).isEmpty();
        }
    }

    @Test
    void whatIsBeingSentCanBeGivenUp() {
        try (Screen screen = chromium.open(server.address(), Look.USUAL)) {
            Page page = screen.visit("/").page();
            fill(page, "Given up", "given-up@example.org");
            choose(page, text("one.txt"));
            page.route(server.address().resolve("/").toString(), route -> {
                // An answer that does not come.
            });
            page.locator(SEND).click();
            assertThat(page.locator("progress")).isVisible();
            screen.isAccessible("sending");
            page.getByText("Cancel").click();
            assertThat(page.getByText("Nothing was sent. Everything is still here."))
                    .isVisible();
            assertThat(page.locator("progress")).hasCount(0);
            assertThat(page.locator(".chosen li")).hasCount(1);
            assertThat(page.locator(SEND)).isFocused();
            page.unrouteAll();
            page.locator(SEND).click();
            assertThat(page.locator("h1")).hasText("We have it");
        }
    }

    @Test
    void whileSomebodyTypesWhatMayAnswerThemIsOfferedInATabOfItsOwn() {
        try (Screen screen = chromium.open(server.address(), Look.USUAL)) {
            Page page = screen.visit("/").page();
            page.getByLabel("What is it about?").fill("how do I print");
            Page article = page.waitForPopup(() -> page.locator("#subject ~ .suggested")
                    .getByText("Printing on both <sides>")
                    .click());
            assertThat(article.locator("h1")).hasText("Printing on both <sides>");
            assertThat(page.getByText("Secrets of the spooler")).hasCount(0);
            assertThat(page.getByLabel("What is it about?")).hasValue("how do I print");
            page.getByLabel("What is it about?").fill("coffee");
            assertThat(page.locator("#subject ~ .suggested")).isHidden();
            page.getByLabel("Search for an answer").fill("print");
            page.getByLabel("Search for an answer").press("Enter");
            assertThat(page.locator(".found > li")).hasCount(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en-GB", "1440, DARK, de-DE", "390, LIGHT, de-DE", "390, DARK, en-GB"})
    void thePagesAreForEverybodyInBothThemesAndOnAPhone(int width, ColorScheme theme, String language) {
        Look look = new Look(width, theme, language);
        String mail = "looks-" + look + "@example.org";
        try (Screen screen = chromium.open(server.address(), look)) {
            Page page =
                    screen.visit("/?type=incident&category=technical-issues").page();
            choose(page, text("screen.png"), text("a-log-with-a-very-long-name-that-nobody-would-break.log"));
            page.locator("#subject").fill("cannot print");
            assertThat(page.locator("#subject ~ .suggested")).isVisible();
            screen.isForEverybody("portal-ask", look);
            fill(page, "cannot print", mail);
            page.locator("[id='answers.cable']").selectOption("no");
            page.locator(SEND).click();
            page.locator(".link a").click();
            assertThat(page.locator(".next")).isVisible();
            screen.isForEverybody("portal-follow", look);
            screen.visit("/articles?q=print").isForEverybody("portal-articles", look);
            screen.visit("/articles/article-shelf/both%20sides").isForEverybody("portal-article", look);
            mine(screen, look, mail);
        }
    }

    private static void mine(Screen screen, Look look, String mail) {
        Page page = screen.visit("/my").page();
        screen.isForEverybody("portal-sign-in", look);
        page.locator("#email").fill(mail);
        page.locator("main form button").click();
        assertThat(page.locator("main [role=status]")).containsText(mail);
        screen.visit(letters.await(mail, 1).path());
        page.locator("button").click();
        page.locator("a.button").click();
        assertThat(page.locator(".mine li")).containsText(new String[] {"cannot print"});
        screen.isForEverybody("portal-my", look);
        page.locator(".who button").click();
        assertThat(page.locator("form[data-fits]")).isVisible();
        screen.visit("/my");
        assertThat(page.locator(".mine")).hasCount(0);
        assertThat(screen.takeWrong()).isEmpty();
    }

    private static void fill(Page page, String subject, String mail) {
        page.locator("#subject").fill(subject);
        page.locator("#description").fill("It is as it is");
        page.locator("#name").fill("Bo");
        page.locator("#email").fill(mail);
    }

    private static void choose(Page page, FilePayload... chosen) {
        page.locator("#file").setInputFiles(chosen);
    }

    private static FilePayload text(String name) {
        return new FilePayload(name, "text/plain", name.getBytes(StandardCharsets.UTF_8));
    }
}
