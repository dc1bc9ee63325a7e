package io.switchboard.core.desk.template;

import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.core.desk.conversation.Bodies;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes somebody's words stand in a text of a format as they are: no name and no subject becomes a link or a tag. */
final class Escapes {
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_\\[\\]<>&~|]");
    private static final Pattern BEGINNING = Pattern.compile("(?m)^[ \\t]*(?:([#+=-])|(\\d{1,9})([.)]))?");

    private Escapes() {}

    static String of(BodyFormat format, String text) {
        return switch (format) {
            case TEXT -> text;
            case HTML -> Bodies.escape(text).replace("\n", "<br />\n");
            case MARKDOWN -> markdown(text);
        };
    }

    private static String markdown(String text) {
        String marked = MARKDOWN.matcher(text).replaceAll("\\\\$0");
        return BEGINNING.matcher(marked).replaceAll(Escapes::beginning);
    }

    /** Returns the beginning of a line so that it begins neither a list, a heading nor code. */
    private static String beginning(MatchResult line) {
        if (line.group(1) != null) {
            return "\\\\$1";
        }
        return line.group(2) == null ? "" : "$2\\\\$3";
    }
}
