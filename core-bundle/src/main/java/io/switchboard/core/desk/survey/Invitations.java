package io.switchboard.core.desk.survey;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.survey.Surveys.Invitation;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.people.LinkTokens;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.survey.SurveyRow;
import io.switchboard.core.timing.DeskClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows until when an invitation can be answered, and an answer corrected. */
@Component(service = Invitations.class)
public final class Invitations {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final SurveyPolicies policies;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public Invitations(@Reference SurveyPolicies policies, @Reference DeskClock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Returns what whoever was invited is asked.
     *
     * @throws SwitchboardException with {@code link-not-valid} if there is nothing to answer: the ticket is another's now, was
     *     merged or thrown away, or it is too late; {@code policy-refused} if it was answered and can be changed no longer
     */
    Invitation open(SurveyRow row, Ticket ticket) {
        boolean theirs = row.outcome().equals(SurveyRow.ASKED)
                && ticket.id().equals(row.ticketId())
                && ticket.requester().id().equals(row.person());
        if (!theirs || ticket.progress().disposition() != Disposition.NONE) {
            throw LinkTokens.invalid();
        }
        Instant until = until(row);
        if (!clock.now().isBefore(until)) {
            throw row.answeredAt() == null ? LinkTokens.invalid() : tooLate();
        }
        return new Invitation(
                Objects.requireNonNull(row.survey(), "who is asked is asked something"),
                SurveyForms.of(row),
                answers(row),
                until);
    }

    private Instant until(SurveyRow row) {
        Instant answeredAt = row.answeredAt();
        return answeredAt == null
                ? row.expiresAt()
                : answeredAt.plus(Duration.ofDays(policies.current().correctableDays()));
    }

    /** Returns what was said so far, by the ids of the questions. */
    static Map<String, String> answers(SurveyRow row) {
        Map<String, String> answers = new LinkedHashMap<>(texts(row.choices()));
        answers.putAll(texts(row.words()));
        return answers;
    }

    /** Returns a JSON object of texts that may be missing. */
    static Map<String, String> texts(@Nullable String json) {
        return json == null ? Map.of() : Json.read(json, TEXTS);
    }

    private static SwitchboardException tooLate() {
        return new SwitchboardException(
                ErrorCode.POLICY_REFUSED,
                "You have answered already, and it is too late to change it; write to us if you want to say something else");
    }
}
