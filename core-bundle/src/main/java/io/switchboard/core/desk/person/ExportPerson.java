package io.switchboard.core.desk.person;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.conversation.ReadThread;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.record.ListTickets.View;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.draft.DraftRow;
import io.switchboard.core.store.draft.DraftStore;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.AccessStore.TokenRow;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.survey.SurveyRow;
import io.switchboard.core.store.survey.SurveyStore;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Position;
import io.switchboard.core.store.ticket.TicketOrder;
import io.switchboard.core.store.ticket.TicketSummary;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gathers what the desk knows of a person and may show them: their own facts, and their tickets as they see them
 * themselves, without internal notes. It is read page by page, so that the size of a history needs no memory.
 */
@Component(service = ExportPerson.class)
public final class ExportPerson {
    private static final String CHANNEL = "export";
    private static final int PAGE = 100;
    private static final int MOST_DRAFTS = 500;
    private static final int MOST_SURVEYS = 1_000;
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private final Transactions transactions;
    private final PersonStore persons;
    private final AccessStore access;
    private final ListTickets list;
    private final ReadThread thread;
    private final DraftStore drafts;
    private final SurveyStore surveys;
    private final AuditLog audit;

    /** Makes the use case. */
    @Activate
    public ExportPerson(
            @Reference Transactions transactions,
            @Reference PersonStore persons,
            @Reference AccessStore access,
            @Reference ListTickets list,
            @Reference ReadThread thread,
            @Reference DraftStore drafts,
            @Reference SurveyStore surveys,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.persons = persons;
        this.access = access;
        this.list = list;
        this.thread = thread;
        this.drafts = drafts;
        this.surveys = surveys;
        this.audit = audit;
    }

    /**
     * An export that may be read.
     *
     * @param facts what is known of the person
     * @param person the person themselves, as whom tickets, messages and files are read
     */
    public record Export(Map<String, @Nullable Object> facts, Caller person) {}

    /** Begins an export, which is recorded; everybody may have their own. */
    public Export begin(Caller caller, PersonId id) {
        if (!id.equals(caller.person()) || caller.link() != null) {
            AccessPolicy.require(caller, Right.PEOPLE_READ);
            AccessPolicy.require(caller, Right.PERSON_ERASE);
        }
        return transactions.write(() -> {
            PersonRow row = persons.find(id)
                    .filter(person -> !person.erased())
                    .orElseThrow(() -> SwitchboardException.notFound("person"));
            audit.record(caller, AuditKind.PERSON_EXPORTED, "person:" + id);
            return new Export(facts(row), Caller.person(id, Set.of(), CHANNEL));
        });
    }

    /** Returns the tickets after the last one of the page before. */
    public List<TicketSummary> tickets(Export export, @Nullable TicketSummary last) {
        Position after = last == null
                ? null
                : new Position(
                        last.createdAt(), 4 - last.classification().priority().ordinal(), last.id());
        return list.handle(
                export.person(), new ListTickets.Query(View.ALL, Filter.NONE, TicketOrder.CREATED, after, PAGE));
    }

    /** Returns the messages of a ticket after the last one of the page before. */
    public List<Message> messages(Export export, TicketId ticket, @Nullable Message last) {
        return thread.handle(export.person(), ticket, last == null ? null : last.id(), PAGE);
    }

    private Map<String, @Nullable Object> facts(PersonRow row) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("id", row.id().toString());
        facts.put("name", row.name());
        facts.put("email", row.email());
        facts.put("phone", row.phone());
        facts.put("language", row.language());
        facts.put("zone", row.zone());
        facts.put("vip", row.vip());
        facts.put("attributes", Json.read(row.attributes(), ATTRIBUTES));
        facts.put("signature", row.signature());
        facts.put("createdAt", row.createdAt());
        facts.put(
                "apiTokens",
                access.tokensOf(row.id()).stream().map(ExportPerson::token).toList());
        facts.put(
                "drafts",
                drafts.of(row.id(), MOST_DRAFTS).stream()
                        .map(ExportPerson::draft)
                        .toList());
        facts.put(
                "surveys",
                surveys.of(row.id(), MOST_SURVEYS).stream()
                        .map(ExportPerson::survey)
                        .toList());
        return facts;
    }

    private static Map<String, @Nullable Object> survey(SurveyRow row) {
        Map<String, String> answers = new TreeMap<>();
        for (String part : Arrays.asList(row.choices(), row.words())) {
            if (part != null) {
                answers.putAll(Json.read(part, ATTRIBUTES));
            }
        }
        Map<String, @Nullable Object> survey = new LinkedHashMap<>();
        survey.put("ticket", row.ticketId().toString());
        survey.put("survey", row.survey());
        survey.put("askedAt", row.askedAt());
        survey.put("answeredAt", row.answeredAt());
        survey.put("answers", answers);
        return survey;
    }

    private static Map<String, @Nullable Object> draft(DraftRow row) {
        Map<String, @Nullable Object> draft = new LinkedHashMap<>();
        draft.put("ticket", row.ticketId().toString());
        draft.put("kind", row.kind().id());
        draft.put("body", row.body());
        draft.put("updatedAt", row.updatedAt());
        return draft;
    }

    private static Map<String, @Nullable Object> token(TokenRow row) {
        Map<String, @Nullable Object> token = new LinkedHashMap<>();
        token.put("name", row.name());
        token.put("createdAt", row.createdAt());
        token.put("expiresAt", row.expiresAt());
        token.put("usedAt", row.usedAt());
        return token;
    }
}
