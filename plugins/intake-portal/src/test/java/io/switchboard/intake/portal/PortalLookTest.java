package io.switchboard.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.testkit.PluginHealthContract;
import java.lang.annotation.Annotation;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalLookTest implements PluginHealthContract {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};

    /** Settings as the desk gives them. */
    private record Settings(
            String name, String heading, String introduction, String[] links, String[] types, String color, String logo)
            implements LookSettings {
        static Settings of(Map<String, String> texts, String... links) {
            return new Settings(
                    texts.getOrDefault("name", ""),
                    texts.getOrDefault("heading", ""),
                    texts.getOrDefault("introduction", ""),
                    links,
                    Pattern.compile(" ")
                            .splitAsStream(texts.getOrDefault("types", ""))
                            .filter(type -> !type.isEmpty())
                            .toArray(String[]::new),
                    texts.getOrDefault("color", ""),
                    texts.getOrDefault("logo", ""));
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return LookSettings.class;
        }
    }

    private static String png(byte[] content) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(content);
    }

    @Override
    public PortalLook testee() {
        return new PortalLook(Settings.of(
                Map.of("color", "reddish", "logo", "logo.png", "name", "x".repeat(81), "types", "question riddle"),
                "Imprint"));
    }

    @Test
    void whatCannotBeUsedIsLeftOutAndSaid() {
        assertThat(testee().now())
                .isEqualTo(new Look(
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(TicketType.QUESTION),
                        null,
                        null,
                        testee().now().wrong()));
        assertThat(testee().check().grade()).isEqualTo(Grade.YELLOW);
        assertThat(testee().check().message())
                .contains("The colour", "The logo", "Links can be", "A type of requests", "The name has more than 80");
    }

    @Test
    void whatIsSetIsShownAtOnceAndTheOldAddressesAreGone() {
        PortalLook look = new PortalLook(Settings.of(Map.of("color", "#1a6b4f", "logo", png(PNG))));
        String before = look.now().version();
        Logo logo = Objects.requireNonNull(look.now().logo());
        assertThat(look.now().styles()).contains("#1a6b4f");
        assertThat(logo.content()).isEqualTo(PNG);
        assertThat(logo.type()).isEqualTo("image/png");

        look.change(Settings.of(Map.of("name", "Nordwind"), "Imprint of ours https://example.org/imprint"));

        assertThat(look.now().name()).isEqualTo("Nordwind");
        assertThat(look.now().links()).containsExactly(new Look.Link("Imprint of ours", "https://example.org/imprint"));
        assertThat(look.check().grade()).isEqualTo(Grade.GREEN);
        assertThatThrownBy(() -> look.logo(before)).isInstanceOf(SwitchboardException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//example.org", "Imprint", "https://", "ftp://example.org/"})
    void nothingButAWebAddressIsALink(String address) {
        assertThat(Look.Link.of("Imprint " + address)).isEmpty();
    }

    @Test
    void aPictureIsWhatItsBytesSay() {
        assertThat(Logo.of(png(PNG))).isPresent();
        assertThat(Logo.of(png("<svg onload='alert(1)'>".getBytes()))).isEmpty();
        assertThat(Logo.of("data:image/svg+xml;base64,AAAA")).isEmpty();
        assertThat(Logo.of("data:image/png;base64,AAA")).isEmpty();
        byte[] large = new byte[Logo.LARGEST + 1];
        System.arraycopy(PNG, 0, large, 0, PNG.length);
        assertThat(Logo.of(png(large))).isEmpty();
    }
}
