package io.switchboard.core.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredHostsTest {
    private final Map<String, List<String>> settings = Map.of(
            "address",
            List.of("https://CRM.example.com:8443/contacts?mail={email}"),
            "several",
            List.of("one.example", "two.example:99/x", "http://user@three.example", "http://[::1]:80/", "", "://"));

    private boolean allowed(String header, String host) {
        return DeclaredHosts.of(header).allow(host, name -> settings.getOrDefault(name, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "api.example.com api.example.com",
                "api.example.com API.example.com.",
                "a.example,b.example b.example",
                "*.example.com api.example.com",
                "*.example.com a.b.example.com",
                "* anything.example",
                "[::1] [::1]",
                "{address} crm.example.com",
                "{several} one.example",
                "{several} two.example",
                "{several} three.example",
                "{several} [::1]"
            })
    void whatIsDeclaredIsAllowed(String header, String host) {
        assertThat(allowed(header, host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "api.example.com example.com",
                "api.example.com api.example.com.evil.example",
                "*.example.com example.com",
                "*.example.com evilexample.com",
                "{address} example.com",
                "{address} contacts",
                "{missing} missing",
                "{several} user",
                "'' a.example"
            })
    void whatIsNotDeclaredIsNot(String header, String host) {
        assertThat(allowed(header, host)).isFalse();
    }

    @Test
    void aManifestWithoutTheHeaderNamesNobody() {
        assertThat(DeclaredHosts.of(null).entries()).isEmpty();
        assertThat(DeclaredHosts.of(" , \"a.example\" , a.example ").entries()).containsExactly("a.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a.example", "A.example", "a.*.example", "**", "a b", "a.example:80", "{a", "-a", "{}"})
    void whatNamesNoHostIsNamed(String entry) {
        assertThat(DeclaredHosts.of("good.example, *.good.example, {good}, *, [::1], " + entry)
                        .malformed())
                .containsExactly(entry);
    }

    @Test
    void moreEntriesThanAnybodyReadsAreTooMany() {
        List<String> many =
                IntStream.range(0, 51).mapToObj(number -> "h" + number).toList();
        assertThat(new DeclaredHosts(many).tooMany()).isTrue();
        assertThat(new DeclaredHosts(many.subList(0, 50)).tooMany()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "* a.example true",
                "* *.example true",
                "*.example a.example true",
                "*.example *.a.example true",
                "*.a.example *.example false",
                "a.example * false",
                "a.example b.example false",
                "* {address} true",
                "*.example {address} false",
                "{address} {address} true"
            })
    void aVersionThatAsksForMoreIsTold(String before, String entry, boolean covered) {
        assertThat(DeclaredHosts.of(before).cover(entry)).isEqualTo(covered);
    }
}
