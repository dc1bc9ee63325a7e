package io.switchboard.core.desk.conversation;

import io.switchboard.api.ticket.BodyFormat;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/** Reads a body as plain text, as it stands in a message that has no other form. */
public final class PlainBody {
    private static final Set<String> BLOCKS = Set.of(
            "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "table");

    private PlainBody() {}

    /** Returns it; plain text and Markdown are as they came, of HTML only the text is left that may be shown. */
    public static String of(String body, BodyFormat format) {
        if (format != BodyFormat.HTML) {
            return body;
        }
        StringBuilder text = new StringBuilder(body.length());
        HtmlSanitizer.sanitize(Bodies.toStore(body, format), new Lines(text));
        return text.toString().strip();
    }

    /** A new line for each block. */
    private record Lines(StringBuilder text) implements HtmlSanitizer.Policy {
        @Override
        public void openDocument() {
            // There is no frame around a plain text.
        }

        @Override
        public void closeDocument() {
            // There is no frame around a plain text.
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            if (BLOCKS.contains(element) && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        @Override
        public void closeTag(String element) {
            if (BLOCKS.contains(element) && !element.equals("br")) {
                text.append('\n');
            }
        }

        @Override
        public void text(String characters) {
            text.append(characters);
        }
    }
}
