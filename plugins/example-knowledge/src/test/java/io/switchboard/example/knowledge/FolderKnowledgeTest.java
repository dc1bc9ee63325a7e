package io.switchboard.example.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.knowledge.KnowledgeBase.ArticleHit;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.testkit.KnowledgeBaseContract;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.fake.FixedPluginContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderKnowledgeTest implements KnowledgeBaseContract {
    @TempDir
    Path files;

    private ArticleFolder folder;

    @BeforeEach
    void write() throws IOException {
        write(
                "printer.md",
                "# The *printer* prints nothing\n\nTurn it off. **Wait** a [minute](https://example.org),\nthen turn it on.\n");
        write("network/vpn.de.md", "# VPN einrichten\n\nDer Drucker ist hier egal, das VPN nicht.\n");
        write("network/vpn.en.md", "# Set up the VPN\n\nInstall the client, then sign in to the VPN.\n");
        write(
                "internal/printer-contract.md",
                "# Contract for the printer\n\nThe number of the printer contract is 4711.\n");
        folder = new ArticleFolder(files.toString());
        folder.look();
    }

    private void write(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Override
    public FolderKnowledge testee() {
        return new FolderKnowledge(folder, FixedPluginContext.of("example-knowledge", files));
    }

    @Override
    public String wordsThatFind() {
        return "printer";
    }

    private List<String> found(String words, String language, boolean internal) {
        return testee().find(words, language, internal, 10).stream()
                .map(ArticleHit::id)
                .toList();
    }

    @Test
    void theTitleCountsMoreThanTheTextAndMoreOfTheWordsMoreThanBoth() throws IOException {
        write("talk.md", "# Talk\n\nVPN, vpn, vpn, vpn.\n");
        folder.look();

        assertThat(found("vpn", "en", false)).containsExactly("network/vpn.en", "talk");
        assertThat(found("vpn client off", null, false)).startsWith("network/vpn.en");
    }

    @Test
    void anArticleIsFoundInItsLanguageAndWithoutOneInAny() {
        assertThat(found("vpn", "de-AT", false)).containsExactly("network/vpn.de");
        assertThat(found("printer", "de", false)).containsExactly("printer");
        assertThat(found("vpn", null, false)).containsExactlyInAnyOrder("network/vpn.de", "network/vpn.en");
    }

    @Test
    void whatIsInternalIsForPeopleOfTheDesk() {
        assertThat(found("contract", null, false)).isEmpty();
        assertThat(found("contract", null, true)).containsExactly("internal/printer-contract");
    }

    @Test
    void aHitSaysHowTheArticleBeginsAndWhereItIs() {
        assertThat(testee().find("wait", "en", false, 5))
                .containsExactly(new ArticleHit(
                        "printer",
                        "The printer prints nothing",
                        "Turn it off. Wait a minute, then turn it on.",
                        "/articles/example-knowledge/printer",
                        false));
    }

    @Test
    void whatChangesIsReadAgainAndWhatGoesIsFoundNoMore() throws IOException {
        write("printer.md", "# The scanner\n\nIt scans.\n");
        Files.setLastModifiedTime(files.resolve("printer.md"), FileTime.fromMillis(1_000));
        Files.delete(files.resolve("network/vpn.en.md"));
        folder.look();

        assertThat(found("printer", null, false)).isEmpty();
        assertThat(found("scanner", null, false)).containsExactly("printer");
        assertThat(found("client", null, false)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsLeftOutAndNamed() throws IOException {
        Files.write(files.resolve("latin.md"), new byte[] {'#', ' ', (byte) 0xE4});
        Files.write(files.resolve("large.md"), new byte[300_000]);
        Path outside = Files.writeString(Files.createTempFile("outside", ".md"), "# Secret of the server\n");
        Files.createSymbolicLink(files.resolve("link.md"), outside);
        folder.look();

        assertThat(folder.check().grade()).isEqualTo(Grade.YELLOW);
        assertThat(folder.check().message()).contains("2 files are left out", "large.md, latin.md");
        assertThat(found("secret", null, true)).isEmpty();
        assertThat(found("printer", null, false)).containsExactly("printer");
        Files.delete(outside);
    }

    @Test
    void whileTheFolderIsAwayWhatWasReadIsServedOn() throws IOException {
        Path away = files.resolveSibling(files.getFileName() + "-away");
        Files.move(files, away);
        folder.look();

        assertThat(folder.check().grade()).isEqualTo(Grade.RED);
        assertThat(found("printer", null, false)).containsExactly("printer");

        Files.move(away, files);
        folder.look();
        assertThat(folder.check()).isEqualTo(PluginHealth.State.WELL);
    }

    @Test
    void withoutAFolderThereAreNoArticlesAndItSaysWhatToSet() {
        for (String setting : List.of("", " ", "relative/folder", "\0")) {
            ArticleFolder none = new ArticleFolder(setting);
            none.look();
            assertThat(none.articles()).isEmpty();
            assertThat(none.check().grade()).isEqualTo(Grade.YELLOW);
            assertThat(none.check().message()).contains("absolute path");
        }
    }

    @Nested
    class Health implements PluginHealthContract {
        @Override
        public PluginHealth testee() {
            return folder;
        }
    }
}
