package io.switchboard.core.desk.template;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.core.desk.conversation.Bodies;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with placeholders: what may stand in them, and what never becomes of what is filled in. */
class TemplateTextTest {
    private static final Map<String, String> TEXTS = texts();

    @Test
    void placeholdersStandForTexts() {
        assertThat(fill(BodyFormat.TEXT, "Hello {{requester.name}}, see {{ ticket.number }}."))
                .isEqualTo("Hello Ada <b>, see SB-1.");
    }

    @Test
    void aSectionIsLeftOutIfItsTextIsEmpty() {
        String text = "A{{#ticket.product}} for {{ticket.product}} ({{ticket.number}}){{/ticket.product}}"
                + "{{^ticket.product}} for nothing{{/ticket.product}}"
                + "{{#ticket.subject}}, {{ticket.number}}{{/ticket.subject}}";
        assertThat(fill(BodyFormat.TEXT, text)).isEqualTo("A for nothing, SB-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ticket.id}}",
                "{{ticket}}",
                "{{class}}",
                "{{ticket.class}}",
                "{{ticket.number.getClass}}",
                "{{requester.hashCode}}",
                "{{this}}",
                "{{.}}",
                "{{-index}}",
                "{{#ticket.number}}{{length}}{{/ticket.number}}",
                "{{#ticket.number}}{{bytes}}{{/ticket.number}}",
                "{{^agent.password}}x{{/agent.password}}",
                "{{{ticket.version}}}",
                "{{&ticket.version}}",
                "{{>other}}",
                "{{<other}}{{/other}}",
                "{{$block}}{{/block}}",
                "{{=<% %>=}}<%ticket.version%>"
            })
    void whatIsNoPlaceholderIsRefused(String text) {
        SwitchboardException refusal = refused(ErrorCode.INVALID_FIELD, () -> TemplateText.of("body", text));
        assertThat(refusal.fields().get(0).field()).isEqualTo("body");
    }

    @Test
    void theRefusalNamesThePlaceholderAndThoseThatThereAre() {
        assertThat(refused(ErrorCode.INVALID_FIELD, () -> TemplateText.of("body", "Hi {{ticket.nmber}}"))
                        .getMessage())
                .contains("{{ticket.nmber}}")
                .contains("ticket.number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ticket.number",
                "{{#ticket.number}}",
                "{{/ticket.number}}",
                "{{#ticket.number}}{{/ticket.subject}}",
                "{{}}"
            })
    void whatIsNotWellFormedIsRefused(String text) {
        refused(ErrorCode.INVALID_FIELD, () -> TemplateText.of("body", text));
    }

    @Test
    void thereIsALimitToPlaceholders() {
        refused(ErrorCode.INVALID_FIELD, () -> TemplateText.of("body", "{{ticket.number}}".repeat(201)));
    }

    @Test
    void noWordsOfACustomerBecomeMarkup() {
        for (String braces : new String[] {"{{requester.name}}", "{{{requester.name}}}", "{{&requester.name}}"}) {
            assertThat(fill(BodyFormat.HTML, "<p>" + braces + "</p>")).isEqualTo("<p>Ada &lt;b&gt;</p>");
        }
        String hostile = "[click](https://evil.example) <img src=x onerror=alert(1)> `a` **b** ![c](d)";
        for (String begin : new String[] {"", "# ", "- ", "1. ", "> ", "```\n", "    "}) {
            String shown = Bodies.toHtml(
                    filled(BodyFormat.MARKDOWN, "x\n\n{{ticket.subject}}", begin + hostile), BodyFormat.MARKDOWN);
            assertThat(shown)
                    .as(begin)
                    .doesNotContain("<a", "<img", "<code", "<strong", "<h1", "<li", "<blockquote")
                    .contains("[click](https://evil.example)");
        }
    }

    private static String fill(BodyFormat format, String text) {
        return TemplateText.of("body", text).fill(format, TEXTS);
    }

    private static String filled(BodyFormat format, String text, String subject) {
        Map<String, String> texts = new LinkedHashMap<>(TEXTS);
        texts.put("ticket.subject", subject);
        return TemplateText.of("body", text).fill(format, texts);
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        Placeholder.ids().forEach(id -> texts.put(id, ""));
        texts.put("ticket.number", "SB-1");
        texts.put("ticket.subject", "Printer");
        texts.put("requester.name", "Ada <b>");
        return texts;
    }
}
