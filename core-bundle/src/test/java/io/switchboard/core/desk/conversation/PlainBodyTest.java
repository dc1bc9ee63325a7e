package io.switchboard.core.desk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.ticket.BodyFormat;
import org.junit.jupiter.api.Test;

class PlainBodyTest {
    @Test
    void ofHtmlOnlyTheTextIsLeftALineForEachBlock() {
        assertThat(PlainBody.of(
                        "<p>Hello <b>you</b></p><ul><li>one</li><li>two &amp; three</li></ul>a<br>b", BodyFormat.HTML))
                .isEqualTo("Hello you\none\ntwo & three\na\nb");
    }

    @Test
    void scriptsAndStylesAreNoText() {
        assertThat(PlainBody.of("<style>p{}</style>a<script>alert(1)</script>", BodyFormat.HTML))
                .isEqualTo("a");
    }

    @Test
    void whatIsWrittenByHandStaysAsItCame() {
        assertThat(PlainBody.of("a <b>\n* c", BodyFormat.MARKDOWN)).isEqualTo("a <b>\n* c");
        assertThat(PlainBody.of("a < b", BodyFormat.TEXT)).isEqualTo("a < b");
    }
}
