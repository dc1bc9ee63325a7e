package io.switchboard.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageScriptsTest {
    private static final Path ROOT = Path.of("target", "classes", "web");
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*src=)[^>]*>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern MAPPED = Pattern.compile("\"/x/intake-portal/assets/[0-9a-f]{16}/([^\"]+)\"");
    private static final Pattern IMPORTED = Pattern.compile("(?:from|import) ?\\(?'(\\.[^']+)'");
    private static final Pattern SAID = Pattern.compile("\\bt\\('([^']+)'");

    private final SortedMap<String, byte[]> files = read();
    private final PageScripts scripts = new PageScripts(files);

    @Test
    void theImportMapIsTheOnlyInlineScriptAndThePolicyAllowsItByItsHash() throws Exception {
        Matcher inline = INLINE.matcher(scripts.head());

        assertThat(inline.find()).isTrue();
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(inline.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(scripts.policy())
                .contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';")
                .contains("default-src 'none'", "require-trusted-types-for 'script'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(inline.find()).isFalse();
    }

    @Test
    void whatTheScriptsImportIsInTheBundle() {
        assertThat(MAPPED.matcher(scripts.head()).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(path -> files.keySet().stream().anyMatch(file -> file.startsWith(path)));
        own((path, script) -> {
            for (MatchResult found : IMPORTED.matcher(script).results().toList()) {
                assertThat(files)
                        .as(path)
                        .containsKey(Path.of(path)
                                .resolveSibling(found.group(1))
                                .normalize()
                                .toString());
            }
        });
    }

    @Test
    void whatTheSharedPartsSayIsAmongThePortalsWordsInBothLanguages() {
        String words = new String(files.get("text/index.js"), StandardCharsets.UTF_8);

        own((path, script) -> SAID.matcher(script)
                .results()
                .map(found -> found.group(1))
                .forEach(key -> assertThat(words.split("[ ']" + Pattern.quote(key) + "'?: ", -1))
                        .as(path + " says " + key)
                        .hasSize(3)));
    }

    @Test
    void aFileIsGivenUnderTheHashOfAllOfThemAlone() {
        String version = scripts.base().split("/")[4];

        assertThat(scripts.file(version, "main.js")).isNotNull();
        assertThat(scripts.file(version, "../main.js")).isNull();
        assertThat(scripts.file("0123456789abcdef", "main.js")).isNull();
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.put("main.js", new byte[] {1});
        assertThat(new PageScripts(changed).base()).isNotEqualTo(scripts.base());
    }

    private interface Look {
        void at(String path, String script);
    }

    private void own(Look look) {
        files.forEach((path, content) -> {
            if (path.endsWith(".js") && !path.startsWith("lib/")) {
                look.at(path, new String(content, StandardCharsets.UTF_8));
            }
        });
    }

    private static SortedMap<String, byte[]> read() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(ROOT)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }
}
