package io.switchboard.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class PlanTextTest {

    @Test
    void aPersonReadsWhatIsInTheWayAndWhoGivesWhatIsNeeded() {
        String plan = """
                {"id":"notify","version":"2.0.0","name":"Notify","vendor":"Example","sha256":"ab12","sockets":["Reaction"],
                 "replaces":"1.0.0","possible":false,"refusals":["needs the package a.b"],"notes":["has native code"],
                 "signature":{"signed":true,"signer":"CN=Example","fingerprint":"cd34"},
                 "needs":[{"kind":"osgi.wiring.package","name":"a.b","versions":"from 1.0","optional":false,"from":[]},
                          {"kind":"osgi.wiring.package","name":"c.d","versions":null,"optional":false,"from":["core 1.0"]},
                          {"kind":"osgi.wiring.package","name":"e.f","versions":null,"optional":false,"from":["core 1.0"]}],
                 "gives":["package g.h"],"refreshes":["other"],"settings":{"properties":{"x":{},"y":{}}},"unset":["y"],
                 "outgoingHosts":[{"declared":"a.example","now":["a.example"],"added":false},{"declared":"*","now":["*"],"added":true},
                                  {"declared":"{x}","now":["b.example","c.example"],"added":false},{"declared":"{y}","now":[],"added":true}],
                 "migrations":["1 first.sql","2 second.sql"]}""";

        assertThat(PlanText.of(JsonParser.parseString(plan).getAsJsonObject()))
                .containsExactly(
                        "notify 2.0.0 takes the place of version 1.0.0",
                        "  name        Notify, by Example",
                        "  in the way  needs the package a.b",
                        "  mind        has native code",
                        "  signature   by CN=Example, certificate with SHA-256 cd34",
                        "  serves      Reaction",
                        "  needs       a.b (from 1.0), which nobody gives",
                        "              of core 1.0: c.d, e.f",
                        "  gives       package g.h",
                        "  wired anew  other",
                        "  settings    2; still to be set: y",
                        "  calls       a.example",
                        "              any host; the version before did not",
                        "              the host in the setting x, now b.example, c.example",
                        "              the host in the setting y, now none; the version before did not",
                        "  migrations  1 first.sql",
                        "              2 second.sql",
                        "  SHA-256     ab12");
    }

    @Test
    void whatAPluginCallsItselfDoesNotSteerTheTerminal() {
        assertThat(Terminal.clean("a\u001b[2Jb\nc\u202ed")).isEqualTo("a [2Jb c d");
    }
}
