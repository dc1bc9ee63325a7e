package io.switchboard.core.store.survey;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.VisibilityScope;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invitations and answers, in SQL. */
@Component(service = SurveyStore.class)
public final class SqlSurveyStore implements SurveyStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlSurveyStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void add(SurveyRow row) {
        mapper().add(row);
    }

    @Override
    public Optional<SurveyRow> of(TicketId ticket, int closure) {
        return mapper().ofClosure(ticket, closure);
    }

    @Override
    public Optional<SurveyRow> find(UUID id) {
        return mapper().find(id);
    }

    @Override
    public Optional<SurveyRow> byToken(String tokenHash) {
        return mapper().byToken(tokenHash);
    }

    @Override
    public List<SurveyRow> of(TicketId ticket) {
        return mapper().ofTicket(ticket);
    }

    @Override
    public Optional<Instant> lastAsked(PersonId person) {
        return mapper().lastAsked(person);
    }

    @Override
    public boolean any() {
        return !mapper().any().isEmpty();
    }

    @Override
    public void answer(SurveyAnswerRow answer) {
        mapper().answer(answer);
    }

    @Override
    public boolean followUp(UUID id, String what) {
        return mapper().followUp(id, what) > 0;
    }

    @Override
    public List<SurveyRow> list(SurveyFilter filter, VisibilityScope scope) {
        return scope.admitsNothing()
                ? List.of()
                : mapper().list(filter, scope, List.copyOf(scope.teams()), List.copyOf(scope.confidentialTeams()));
    }

    @Override
    public List<SurveyCount> count(SurveyFilter filter, VisibilityScope scope) {
        return scope.admitsNothing()
                ? List.of()
                : mapper().count(filter, scope, List.copyOf(scope.teams()), List.copyOf(scope.confidentialTeams()));
    }

    @Override
    public List<SurveyRow> of(PersonId person, int limit) {
        return mapper().ofPerson(person, limit);
    }

    @Override
    public void rewrite(UUID id, @Nullable String words) {
        mapper().rewrite(id, words);
    }

    @Override
    public void forgetWords(TicketId ticket) {
        mapper().forgetWords(ticket);
    }

    @Override
    public void purge(TicketId ticket) {
        mapper().purge(ticket);
    }

    private SurveyMapper mapper() {
        return mappers.of(SurveyMapper.class);
    }
}
