package io.switchboard.intake.portal;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.Circumstances;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request for help, as somebody wrote it.
 *
 * @param told what was told of the trouble beside the description
 * @param answers to the questions of the category, by their ids
 */
record Request(
        Contact asker,
        String subject,
        String description,
        Topic topic,
        Circumstances told,
        Map<String, String> answers,
        List<AttachmentId> files) {
    /** Keeps copies. */
    Request {
        answers = Map.copyOf(answers);
        files = List.copyOf(files);
    }

    static Circumstances told(@Nullable String errorMessages, @Nullable String userImpact) {
        return new Circumstances(given(errorMessages), List.of(), given(userImpact));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Names what the desk would refuse as missing, so that it is told together with the answers that are. */
    Stream<FieldError> missing() {
        return Stream.of(
                        missing("subject", subject),
                        files.isEmpty() ? missing("description", description) : Stream.<FieldError>empty(),
                        missing("requester.email", asker.email()))
                .flatMap(found -> found);
    }

    private static Stream<FieldError> missing(String field, @Nullable String text) {
        return given(text) == null ? Stream.of(new FieldError(field, "must be given")) : Stream.empty();
    }
}
