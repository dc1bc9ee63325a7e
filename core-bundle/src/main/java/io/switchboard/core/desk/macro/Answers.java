package io.switchboard.core.desk.macro;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What plugins said about the steps of a macro. No plugin is asked inside a transaction: a step that needs an answer throws
 * {@link Open}, which takes everything back; then the plugin is asked, and the steps are taken again with its answer.
 */
final class Answers {
    /** An answer, and the version of the ticket about which it was given. */
    private record Given(long version, @Nullable Object answer) {}

    private final Map<Integer, Given> given = new HashMap<>();

    /** Thrown inside a transaction to take it back, because a question is open. */
    static final class Open extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int step;
        private final String kind;
        private final long version;
        private final transient Supplier<? extends @Nullable Object> question;

        Open(int step, String kind, long version, Supplier<? extends @Nullable Object> question) {
            super("step " + step + " needs an answer first", null, false, false);
            this.step = step;
            this.kind = kind;
            this.version = version;
            this.question = question;
        }

        /** Says that an answer holds no longer, so that the question is put again. */
        static Open outdated(int step, String kind, long version) {
            return new Open(step, kind, version, () -> null);
        }

        int step() {
            return step;
        }

        String kind() {
            return kind;
        }
    }

    /** Returns the answer to a step's question about this version of the ticket, or null if there is none yet. */
    <T> @Nullable T of(int step, long version, Class<T> type) {
        Given answer = given.get(step);
        return answer == null || answer.version() != version ? null : type.cast(answer.answer());
    }

    /** Asks an open question, outside of any transaction. */
    void ask(Open open) {
        given.put(open.step, new Given(open.version, open.question.get()));
    }
}
