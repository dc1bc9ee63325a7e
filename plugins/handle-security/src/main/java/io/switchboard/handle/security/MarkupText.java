package io.switchboard.handle.security;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The text of sanitised HTML, which has no angle bracket outside of tags and its signs as numbers. Read in one pass: what
 * begins a line or a cell parts words, other tags do not.
 */
final class MarkupText {
    private static final Set<String> PARTING = Set.of(
            "address",
            "article",
            "blockquote",
            "br",
            "caption",
            "dd",
            "div",
            "dl",
            "dt",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "img",
            "li",
            "ol",
            "p",
            "pre",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");
    private static final Map<String, Character> NAMED =
            Map.of("nbsp", ' ', "lt", '<', "gt", '>', "amp", '&', "quot", '"', "apos", '\'');
    /** The longest of those that are read. */
    private static final int LONGEST_REFERENCE = 8;

    private final String html;
    private final StringBuilder text;

    private MarkupText(String html) {
        this.html = html;
        this.text = new StringBuilder(html.length());
    }

    static String of(String html) {
        return new MarkupText(html).read();
    }

    private String read() {
        int at = 0;
        // Where no tag ends any more none does later: it is looked for once only.
        int lastClose = html.lastIndexOf('>');
        while (at < html.length()) {
            char character = html.charAt(at);
            if (character == '<' && at < lastClose) {
                int close = html.indexOf('>', at);
                text.append(parts(html.substring(at + 1, Math.min(close, at + 12))) ? " " : "");
                at = close + 1;
            } else {
                at = character == '&' ? reference(at) : plain(at);
            }
        }
        return text.toString();
    }

    private int plain(int at) {
        text.append(html.charAt(at));
        return at + 1;
    }

    private static boolean parts(String tag) {
        int begin = tag.startsWith("/") ? 1 : 0;
        int end = begin;
        while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
            end++;
        }
        return PARTING.contains(tag.substring(begin, end).toLowerCase(Locale.ROOT));
    }

    /** Reads a sign that stands there by its name or number, and returns where it ends. */
    private int reference(int at) {
        int limit = Math.min(html.length(), at + LONGEST_REFERENCE + 2);
        int end = at + 1;
        while (end < limit && html.charAt(end) != ';') {
            end++;
        }
        if (end == limit) {
            return plain(at);
        }
        String name = html.substring(at + 1, end);
        Character named = NAMED.get(name);
        int sign = named == null ? number(name) : named;
        if (sign < 0) {
            return plain(at);
        }
        text.appendCodePoint(sign);
        return end + 1;
    }

    private static int number(String name) {
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        if (!name.startsWith("#")) {
            return -1;
        }
        try {
            int number = Integer.parseInt(name, hexadecimal ? 2 : 1, name.length(), hexadecimal ? 16 : 10);
            return Character.isValidCodePoint(number) ? number : -1;
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
