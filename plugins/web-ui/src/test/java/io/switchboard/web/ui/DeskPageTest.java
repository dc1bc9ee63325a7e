package io.switchboard.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DeskPageTest {
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*src=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    @Test
    void theImportMapIsTheOnlyInlineScriptAndThePolicyAllowsItByItsHash() {
        DeskPage page = new DeskPage(Bundled.of(BundledFiles.read()));
        Matcher inline = INLINE.matcher(page.html());

        assertThat(inline.find()).isTrue();
        assertThat(page.policy()).contains("script-src 'self' " + Bundled.policyHash(inline.group(1)) + ";");
        assertThat(inline.find()).isFalse();
        assertThat(page.policy())
                .contains("default-src 'none'", "require-trusted-types-for 'script'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
    }

    @Test
    void anotherFileMakesAnotherAddressForAll() {
        SortedMap<String, byte[]> files = BundledFiles.read();
        String before = Bundled.of(files).version();
        files.put("desk/main.js", new byte[] {1});

        assertThat(Bundled.of(files).version()).isNotEqualTo(before).hasSize(16);
    }
}
