package io.switchboard.core.desk.conversation;

import io.switchboard.api.ticket.BodyFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what the author of a message wrote themselves: what stands above the quoted message and the signature. It is only for
 * judging what a message says; the thread keeps all of it.
 */
final class OwnWords {
    /** Own words stand at the beginning; what quotes follow does not matter. */
    private static final int HEAD = 20_000;

    private static final int LONGEST_HEADER = 250;
    private static final int LONGEST_SENT = 80;
    private static final Pattern BLOCK_END = Pattern.compile("(?i)<br\\s*/?>|</(?:p|div|li|tr|h[1-6])>");
    private static final Pattern QUOTED_HTML = Pattern.compile(
            "(?i)<blockquote|<hr|class=\"?gmail_quote|id=\"?(?:appendonsend|divRplyFwdMsg|mail-editor-reference)");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern RULE = Pattern.compile("[-_]{2,}|={4,}|[—–]+|[-_]{2,}[^-_].{0,120}[-_]{2,}");
    private static final Pattern DATE =
            Pattern.compile("(?:19|20)[0-9]{2}|[0-9]{1,2}[./-] ?[0-9]{1,2}[./-]|[0-9]{1,2} ?月");
    private static final Pattern TIME = Pattern.compile("[0-9]{1,2} ?[:.h时時시] ?[0-9]{2}");
    private static final Pattern MAILBOX = Pattern.compile("<[^<>@]{1,100}@[^<>@]{1,200}>");
    private static final Pattern FIELD = Pattern.compile("[\\s*]{0,3}(\\p{L}[\\p{L} ]{0,20}):\\*?\\s?\\S.*");

    private OwnWords() {}

    /** Returns the author's own words as plain text, which may be empty. */
    static String of(String body, BodyFormat format) {
        String head = body.substring(0, Math.min(body.length(), HEAD)).strip();
        boolean markup = format == BodyFormat.HTML || head.startsWith("<") && head.endsWith(">");
        List<String> lines =
                (markup ? text(head) : head).lines().map(String::strip).toList();
        List<String> own = new ArrayList<>();
        for (int at = 0; at < lines.size() && !endsAt(lines, at, own.isEmpty()); at++) {
            if (!lines.get(at).isEmpty() || !own.isEmpty()) {
                own.add(lines.get(at));
            }
        }
        return String.join("\n", own).strip();
    }

    private static String text(String html) {
        Matcher quoted = QUOTED_HTML.matcher(html);
        String own = quoted.find() ? html.substring(0, Math.max(0, html.lastIndexOf('<', quoted.start()))) : html;
        return TAG.matcher(BLOCK_END.matcher(own).replaceAll("\n"))
                .replaceAll(" ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static boolean endsAt(List<String> lines, int at, boolean nothingYet) {
        String line = lines.get(at);
        if (line.startsWith(">")) {
            return true;
        }
        return !nothingYet
                && (RULE.matcher(line).matches()
                        || isSentFrom(line)
                        || isQuoteHeader(lines, at)
                        || isBareHeader(line)
                        || isMailHeader(lines, at));
    }

    private static boolean isSentFrom(String line) {
        String plain = Phrases.plain(line);
        return line.length() <= LONGEST_SENT && Phrases.of("sent").stream().anyMatch(plain::startsWith);
    }

    /**
     * A line such as {@code On 1 March 2026 at 10:00, Bo <bo@example.org> wrote:}, in any language. One that is folded, into up
     * to three lines, stands below an empty one: else the last line of the own words would be taken for its beginning.
     */
    private static boolean isQuoteHeader(List<String> lines, int at) {
        boolean apart = lines.get(at - 1).isEmpty();
        StringBuilder header = new StringBuilder();
        for (int next = at; next < Math.min(at + (apart ? 3 : 1), lines.size()); next++) {
            String line = lines.get(next);
            header.append(line).append(' ');
            if (line.isEmpty() || header.length() > LONGEST_HEADER) {
                return false;
            }
            if (line.endsWith(":") || line.endsWith("：")) {
                return introduces(header.toString());
            }
        }
        return false;
    }

    /** Some programs end it without a colon; then it must name an address, a day and a time. */
    private static boolean isBareHeader(String line) {
        return line.length() <= LONGEST_HEADER
                && MAILBOX.matcher(line).find()
                && DATE.matcher(line).find()
                && TIME.matcher(line).find();
    }

    private static boolean introduces(String header) {
        return header.contains("@")
                || DATE.matcher(header).find() && TIME.matcher(header).find();
    }

    /** The head of a mail as Outlook repeats it: two fields one below the other, of which the first is the sender. */
    private static boolean isMailHeader(List<String> lines, int at) {
        int next = at + 1 < lines.size() && lines.get(at + 1).startsWith("<") ? at + 2 : at + 1;
        if (next >= lines.size() || !FIELD.matcher(lines.get(next)).matches()) {
            return false;
        }
        Matcher field = FIELD.matcher(lines.get(at));
        return field.matches()
                && Phrases.of("from").contains(Phrases.plain(field.group(1)).strip());
    }
}
