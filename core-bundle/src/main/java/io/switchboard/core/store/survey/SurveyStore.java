package io.switchboard.core.store.survey;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.VisibilityScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps invitations to surveys with their answers. Each method works in the thread's transaction. */
public interface SurveyStore {
    /** Adds what became of a closure, of which nothing is known yet. */
    void add(SurveyRow row);

    /** Returns what became of a closure, or nothing. */
    Optional<SurveyRow> of(TicketId ticket, int closure);

    /** Returns that with this id, or nothing. */
    Optional<SurveyRow> find(UUID id);

    /** Returns that with this token, or nothing. */
    Optional<SurveyRow> byToken(String tokenHash);

    /** Returns what became of all closures of a ticket, the latest first. */
    List<SurveyRow> of(TicketId ticket);

    /** Returns when a person was asked last, about any ticket; nothing if never. */
    Optional<Instant> lastAsked(PersonId person);

    /** Returns whether anybody was ever asked. */
    boolean any();

    /** Puts an answer, in the place of an earlier one. */
    void answer(SurveyAnswerRow answer);

    /** Says what was done about a low score, if nothing was yet; false if something was. */
    boolean followUp(UUID id, String what);

    /** Returns invitations about tickets in scope, the latest first. */
    List<SurveyRow> list(SurveyFilter filter, VisibilityScope scope);

    /** Counts invitations about tickets in scope; limit and position of the filter do not matter. */
    List<SurveyCount> count(SurveyFilter filter, VisibilityScope scope);

    /** Returns what a person was asked, the latest first. */
    List<SurveyRow> of(PersonId person, int limit);

    /** Puts other words in the place of those that somebody wrote, or none. */
    void rewrite(UUID id, @Nullable String words);

    /** Takes away all words that were written about a ticket. */
    void forgetWords(TicketId ticket);

    /** Removes everything about a ticket. */
    void purge(TicketId ticket);
}
