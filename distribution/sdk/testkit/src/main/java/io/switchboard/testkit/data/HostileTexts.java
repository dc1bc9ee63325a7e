package io.switchboard.testkit.data;

import java.util.List;

/** Texts that break careless code. All are legal input of the desk: it takes them, so a plugin meets them. */
public final class HostileTexts {
    private static final int HUGE = 200_000;

    private HostileTexts() {}

    /** Returns the texts: empty, blank, huge, markup, formulas, patterns that explode, and odd Unicode. */
    public static List<String> all() {
        return List.of(
                "",
                " \t\n",
                "a".repeat(HUGE),
                "word ".repeat(HUGE / 5),
                "(".repeat(10_000),
                "((((((((((a*)*)*)*)*)*)*)*)*)*)b",
                "<script>alert(1)</script>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                "'; drop table ticket; --",
                "=HYPERLINK(\"http://example.com\")",
                "${jndi:ldap://example.com/a} #{7*7} {{7*7}} %s %n %d",
                "\u202Egnp.exe \u200B\u200D\uFEFF",
                "Z\u0351\u036B\u0343a\u0363l\u0358g\u0321o",
                "\uD83D\uDC69\u200D\uD83D\uDCBB \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
                "\u0130stanbul \u0131 \u1E9E \uFB01 \uFF21",
                "\u05D0\u05D1 \u0645\u0631\u062D\u0628\u0627 \u65E5\u672C\u8A9E \uD55C\uAD6D\uC5B4",
                "line one\r\nline two\rline three\u2028line four\u0085",
                "-5e-324 NaN Infinity 0x1F 1e400");
    }
}
