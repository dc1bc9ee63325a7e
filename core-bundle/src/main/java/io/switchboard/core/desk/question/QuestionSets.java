package io.switchboard.core.desk.question;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The questions of each category, as administrators want them (WO3). A ticket is asked those of its category and of all
 * above it; of two with the same id the nearer one counts. A change holds at once; answers that were given stay.
 */
@Component(service = QuestionSets.class)
public final class QuestionSets {
    private static final String SETTING = "diagnostic.questions";
    private static final int SETS = 100;
    private static final int QUESTIONS = 30;
    private static final int TEXT = 500;
    private static final int CHOICES = 50;
    private static final int CHOICE = 200;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final DeskSettings settings;

    /** Makes it. */
    @Activate
    public QuestionSets(@Reference DeskSettings settings) {
        this.settings = settings;
    }

    /** The questions of a category, in the order in which they are asked. */
    public record QuestionSet(String category, List<Question> questions) {
        /** Keeps a copy. */
        public QuestionSet {
            questions = List.copyOf(questions);
        }
    }

    /** All of them. */
    public record Sets(List<QuestionSet> sets) {
        /** Those of a desk that has none. */
        public static final Sets NONE = new Sets(List.of());

        /** Keeps a copy. */
        public Sets {
            sets = List.copyOf(sets);
        }
    }

    /** Returns all questions. */
    public Versioned<Sets> get(Caller caller) {
        AccessPolicy.requireKnown(caller);
        return current();
    }

    /**
     * Replaces all questions, if they are still as the caller saw them.
     *
     * @throws SwitchboardException with {@code invalid-field} that names what is wrong
     */
    public Versioned<Sets> replace(Caller caller, Sets wanted, Precondition precondition) {
        check(wanted);
        return settings.replace(caller, SETTING, Sets.class, Sets.NONE, wanted, precondition);
    }

    /** Returns what is asked about tickets of a category, or of none: first what is asked of the widest category. */
    List<Question> of(@Nullable String category) {
        Map<String, Question> asked = new LinkedHashMap<>();
        if (category != null) {
            for (String name : above(category)) {
                current().content().sets().stream()
                        .filter(set -> set.category().equals(name))
                        .flatMap(set -> set.questions().stream())
                        .forEach(question -> asked.put(question.id(), question));
            }
        }
        return new ArrayList<>(asked.values());
    }

    private static List<String> above(String category) {
        List<String> names = new ArrayList<>();
        for (int end = category.indexOf('/'); end >= 0; end = category.indexOf('/', end + 1)) {
            names.add(category.substring(0, end));
        }
        names.add(category);
        return names;
    }

    private Versioned<Sets> current() {
        return settings.read(SETTING, Sets.class, Sets.NONE);
    }

    private static void check(Sets wanted) {
        Limits limits = new Limits();
        if (wanted.sets().size() > SETS) {
            limits.wrong("sets", "must have at most " + SETS + " entries");
        }
        Set<String> categories = new HashSet<>();
        for (int index = 0; index < Math.min(SETS, wanted.sets().size()); index++) {
            QuestionSet set = wanted.sets().get(index);
            String place = "sets[" + index + "]";
            limits.line(place + ".category", set.category(), 304).path(place + ".category", set.category());
            if (!categories.add(set.category())) {
                limits.wrong(place + ".category", "must stand in one set only");
            }
            check(limits, place + ".questions", set.questions());
        }
        limits.check();
    }

    private static void check(Limits limits, String place, List<Question> questions) {
        if (questions.isEmpty() || questions.size() > QUESTIONS) {
            limits.wrong(place, "must have 1 to " + QUESTIONS + " entries");
        }
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < Math.min(QUESTIONS, questions.size()); index++) {
            Question question = questions.get(index);
            String field = place + "[" + index + "]";
            if (!ID.matcher(question.id()).matches() || !ids.add(question.id())) {
                limits.wrong(
                        field + ".id",
                        "must be a letter and up to 39 more small letters, digits and _, and be there once");
            }
            limits.line(field + ".text", question.text(), TEXT);
            choices(limits, field + ".choices", question);
        }
    }

    private static void choices(Limits limits, String field, Question question) {
        boolean choice = question.kind() == Question.Kind.CHOICE;
        int number = question.choices().size();
        if (choice && (number < 2 || number > CHOICES) || !choice && number > 0) {
            limits.wrong(field, "must have 2 to " + CHOICES + " entries for a choice, and none otherwise");
            return;
        }
        question.choices().forEach(text -> limits.line(field, text, CHOICE));
    }
}
