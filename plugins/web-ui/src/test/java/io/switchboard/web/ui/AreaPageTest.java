package io.switchboard.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreaPageTest {
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*src=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"desk", "admin"})
    void theImportMapIsTheOnlyInlineScriptAndThePolicyAllowsItByItsHash(String area) {
        Bundled files = Bundled.of(BundledFiles.read());
        AreaPage page = area.equals("desk") ? AreaPage.desk(files) : AreaPage.admin(files);
        Matcher inline = INLINE.matcher(page.html());

        assertThat(inline.find()).isTrue();
        assertThat(page.policy()).contains("script-src 'self' " + Bundled.policyHash(inline.group(1)) + ";");
        assertThat(inline.find()).isFalse();
        assertThat(page.policy())
                .contains("default-src 'none'", "require-trusted-types-for 'script'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
    }

    @Test
    void anAreaLoadsNothingThatOnlyTheOtherShows() {
        Bundled files = Bundled.of(BundledFiles.read());

        assertThat(AreaPage.desk(files).html()).contains("/desk/ticket.js").doesNotContain("/admin/", "/text/admin-");
        assertThat(AreaPage.admin(files).html())
                .contains("/admin/plugins.js", "/desk/sign-in.js")
                .doesNotContain("/desk/ticket.js", "/desk/app.js");
    }

    @Test
    void anotherFileMakesAnotherAddressForAll() {
        SortedMap<String, byte[]> files = BundledFiles.read();
        String before = Bundled.of(files).version();
        files.put("desk/main.js", new byte[] {1});

        assertThat(Bundled.of(files).version()).isNotEqualTo(before).hasSize(16);
    }
}
