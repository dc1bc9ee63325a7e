package io.switchboard.example.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * An article, read and ready to be searched.
 *
 * @param id the path of its file below the folder, without the ending {@code .md}
 * @param language what stands between the name and the ending, as in {@code vpn.de.md}; null if nothing does
 * @param internal whether customers must not see it
 * @param title its first heading, or else the name of its file
 * @param summary how it begins, as plain text
 * @param markdown the whole of it
 * @param titleWords the words of the title
 * @param words how often each word stands below the title
 */
record Article(
        String id,
        @Nullable String language,
        boolean internal,
        String title,
        String summary,
        String markdown,
        List<String> titleWords,
        Map<String, Long> words) {
    private static final int SUMMARY = 240;
    private static final int TITLE = 200;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]+");

    static Article of(String id, @Nullable String language, boolean internal, String markdown) {
        Node document = Parser.builder().build().parse(markdown);
        String title = takeTitle(document, id);
        String text = line(PlainText.of(document));
        return new Article(
                id,
                language,
                internal,
                title,
                cut(text, SUMMARY),
                markdown,
                words(title),
                words(text).stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    /** Returns the text below the title as HTML, in which markup of the file is shown as it was typed. */
    String html() {
        Node document = Parser.builder().build().parse(markdown);
        takeTitle(document, id);
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build()
                .render(document);
    }

    /** Returns the words of a text in lower case. */
    static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Takes the first heading out of the document, so that what is left is the text below it. */
    private static String takeTitle(Node document, String id) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                String heading = cut(line(PlainText.of(node)), TITLE);
                node.unlink();
                return heading.isEmpty() ? fileName(id) : heading;
            }
        }
        return fileName(id);
    }

    private static String fileName(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static String line(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most);
        return text.substring(0, end > 0 ? end : text.offsetByCodePoints(0, most / 2)) + " …";
    }
}
