package io.switchboard.example.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ui.CurrentCaller;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.fake.FixedCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticlePagesTest {
    @TempDir
    Path files;

    private ArticlePages pages() {
        ArticleFolder folder = new ArticleFolder(files.toString());
        folder.look();
        return new ArticlePages(folder);
    }

    private String page(CurrentCaller caller, String id) {
        return pages().page(caller, id);
    }

    private static void isNotFound(Runnable question) {
        assertThatThrownBy(question::run)
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void anArticleIsAPageInItsLanguage() throws IOException {
        Files.createDirectory(files.resolve("network"));
        Files.writeString(files.resolve("network/vpn.de.md"), "# VPN\n\n- *eins*\n");

        assertThat(page(FixedCaller.stranger(), "network/vpn.de"))
                .contains(
                        "<html lang=\"de\">", "<title>VPN</title>", "href=\"../style.css\"", "<li><em>eins</em></li>");
        assertThat(pages().style()).contains("prefers-color-scheme: dark");
    }

    @Test
    void markupAndScriptsAreShownAsTheyAreWritten() throws IOException {
        Files.writeString(
                files.resolve("bad.md"),
                "# <script>alert(1)</script>\n\n<img src=x onerror=alert(2)> [x](javascript:alert(3))");

        assertThat(page(FixedCaller.stranger(), "bad"))
                .doesNotContain("<script", "<img", "javascript:")
                .contains("<h1>alert(1)</h1>", "&lt;img src=x");
    }

    @Test
    void whatIsInternalIsNotThereForCustomers() throws IOException {
        Files.createDirectory(files.resolve("internal"));
        Files.writeString(files.resolve("internal/contract.md"), "# Contract\n");

        assertThat(page(FixedCaller.signedIn(SampleIds.person(1), Right.TICKET_NOTE), "internal/contract"))
                .contains("Contract");
        isNotFound(() -> page(FixedCaller.stranger(), "internal/contract"));
        isNotFound(() -> page(FixedCaller.signedIn(SampleIds.person(1), Right.TICKET_READ), "internal/contract"));
        isNotFound(() -> page(FixedCaller.stranger(), "../../etc/passwd"));
    }
}
