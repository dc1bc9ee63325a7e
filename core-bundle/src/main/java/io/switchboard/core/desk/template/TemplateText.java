package io.switchboard.core.desk.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.BodyFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A text with placeholders in the Mustache language, as far as it has no logic: {@code {{ticket.number}}} stands for a
 * text, and what stands between {@code {{#ticket.product}}} and {@code {{/ticket.product}}} is left out if that is empty.
 * Nothing but the {@link Placeholder}s can be named, and no member of any object is ever looked up.
 */
final class TemplateText {
    private static final int MOST_PLACEHOLDERS = 200;
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(false)
            .emptyStringIsFalse(true)
            .strictSections(true)
            .withLoader(name -> {
                throw new MustacheException("a template cannot include another: " + name);
            })
            .withCollector(new TextsOnly());

    private final Template template;

    private TemplateText(Template template) {
        this.template = template;
    }

    /**
     * Reads a text.
     *
     * @param field what refusals name
     * @throws SwitchboardException with {@code invalid-field} if the text cannot be understood or names what is not there
     */
    static TemplateText of(String field, String text) {
        try {
            Template template = COMPILER.compile(text);
            template.visit(new Check(field));
            return new TemplateText(template);
        } catch (MustacheException | IllegalArgumentException unreadable) {
            throw SwitchboardException.field(field, "cannot be understood: " + unreadable.getMessage());
        } catch (IndexOutOfBoundsException nameless) {
            throw SwitchboardException.field(field, "has a placeholder without a name");
        }
    }

    /** Fills it in; every text is escaped so that the format shows it as it is. */
    String fill(BodyFormat format, Map<String, String> texts) {
        Map<String, String> escaped = new LinkedHashMap<>();
        texts.forEach((name, text) -> escaped.put(name, Escapes.of(format, text)));
        return template.execute(escaped);
    }

    /** Finds a name among the texts, and nothing anywhere else. */
    private static final class TextsOnly implements Mustache.Collector {
        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return null;
        }

        @Override
        public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map<?, ?>
                    ? (texts, wanted) -> {
                        Object text = ((Map<?, ?>) texts).get(wanted);
                        return text == null ? Template.NO_FETCHER_FOUND : text;
                    }
                    : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }

    /** Refuses every name that is not a placeholder's. */
    private static final class Check implements Mustache.Visitor {
        private final String field;
        private int seen;

        Check(String field) {
            this.field = field;
        }

        @Override
        public void visitText(String text) {
            if (text.contains("{{")) {
                throw SwitchboardException.field(field, "opens a placeholder with {{ and does not close it with }}");
            }
        }

        @Override
        public void visitVariable(String name) {
            check(name);
        }

        @Override
        public boolean visitInclude(String name) {
            throw SwitchboardException.field(field, "cannot include another template: {{>" + name + "}}");
        }

        @Override
        public boolean visitParent(String name) {
            return visitInclude(name);
        }

        @Override
        public boolean visitBlock(String name) {
            return visitInclude(name);
        }

        @Override
        public boolean visitSection(String name) {
            return check(name);
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return check(name);
        }

        private boolean check(String name) {
            if (!Placeholder.known(name)) {
                throw SwitchboardException.field(
                        field, "has the unknown placeholder {{" + name + "}}; there are " + Placeholder.ids());
            }
            if (++seen > MOST_PLACEHOLDERS) {
                throw SwitchboardException.field(field, "must have at most " + MOST_PLACEHOLDERS + " placeholders");
            }
            return true;
        }
    }
}
