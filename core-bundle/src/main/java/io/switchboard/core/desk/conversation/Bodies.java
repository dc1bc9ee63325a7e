package io.switchboard.core.desk.conversation;

import io.switchboard.api.ticket.BodyFormat;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * What becomes of the bodies of messages: plain text and Markdown are kept as they came, HTML is sanitised before it is
 * stored; and whatever is shown as HTML is sanitised once more when it is read.
 */
public final class Bodies {
    private static final PolicyFactory POLICY = Sanitizers.FORMATTING
            .and(Sanitizers.BLOCKS)
            .and(Sanitizers.TABLES)
            .and(Sanitizers.LINKS)
            .and(new HtmlPolicyBuilder()
                    .allowElements("pre", "code", "hr", "span", "img")
                    .allowUrlProtocols("https", "http", "cid")
                    .allowAttributes("alt", "width", "height", "src")
                    .onElements("img")
                    .requireRelNofollowOnLinks()
                    .toFactory());
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br />\n")
            .build();

    private Bodies() {}

    /** Returns the body as it is stored. */
    public static String toStore(String body, BodyFormat format) {
        return format == BodyFormat.HTML ? POLICY.sanitize(body) : body;
    }

    /** Returns safe HTML that shows a stored body. */
    public static String toHtml(String body, BodyFormat format) {
        return switch (format) {
            case TEXT -> paragraphs(body);
            case MARKDOWN -> POLICY.sanitize(RENDERER.render(parse(body)));
            case HTML -> POLICY.sanitize(body);
        };
    }

    private static Node parse(String body) {
        return MARKDOWN.parse(body);
    }

    private static String paragraphs(String body) {
        StringBuilder html = new StringBuilder(body.length() + 32).append("<p>");
        List<String> lines = body.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            html.append(index == 0 ? "" : "<br />\n").append(escape(lines.get(index)));
        }
        return html.append("</p>").toString();
    }

    /** Returns a plain text as it must stand in HTML to be shown as it is. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }
}
