package io.switchboard.core.desk.survey;

import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Customer;
import io.switchboard.api.people.Directory;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.delivery.Couriers;
import io.switchboard.core.delivery.Outgoing;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.survey.SurveyChoice.Chosen;
import io.switchboard.core.people.Secrets;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.survey.SurveyRow;
import io.switchboard.core.store.survey.SurveyStore;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.web.FrontDoor;
import io.switchboard.core.web.PublicAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Decides about a closure of a ticket, once, whether its customer is asked and by which survey (SU2). Plugins and couriers
 * are asked before the transaction; the decision, the letter and the line of the history are one.
 */
@Component(service = InviteToSurvey.class)
public final class InviteToSurvey {
    private static final Caller DESK = Caller.system("surveys");
    private static final String PATH = "/survey/";
    private static final String LANGUAGE = "en";

    private final Transactions transactions;
    private final TicketChanges changes;
    private final ReadTicket read;
    private final Closures closures;
    private final SurveyChoice choice;
    private final SurveyPolicies policies;
    private final SurveyStore store;
    private final Directory directory;
    private final Couriers couriers;
    private final Outgoing outgoing;
    private final IdGenerator ids;
    private final DeskClock clock;
    private final PublicAddress desk;

    /** Makes the use case. */
    @Activate
    public InviteToSurvey(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference Closures closures,
            @Reference SurveyChoice choice,
            @Reference SurveyPolicies policies,
            @Reference SurveyStore store,
            @Reference Directory directory,
            @Reference Couriers couriers,
            @Reference Outgoing outgoing,
            @Reference IdGenerator ids,
            @Reference DeskClock clock,
            @Reference FrontDoor door) {
        this(
                transactions,
                changes,
                read,
                closures,
                choice,
                policies,
                store,
                directory,
                couriers,
                outgoing,
                ids,
                clock,
                door.publicAddress());
    }

    InviteToSurvey(
            Transactions transactions,
            TicketChanges changes,
            ReadTicket read,
            Closures closures,
            SurveyChoice choice,
            SurveyPolicies policies,
            SurveyStore store,
            Directory directory,
            Couriers couriers,
            Outgoing outgoing,
            IdGenerator ids,
            DeskClock clock,
            PublicAddress desk) {
        this.transactions = transactions;
        this.changes = changes;
        this.read = read;
        this.closures = closures;
        this.choice = choice;
        this.policies = policies;
        this.store = store;
        this.directory = directory;
        this.couriers = couriers;
        this.outgoing = outgoing;
        this.ids = ids;
        this.clock = clock;
        this.desk = desk;
    }

    /** What was decided before the transaction. */
    private record Decision(
            int closure,
            Customer customer,
            String outcome,
            @Nullable Chosen chosen,
            @Nullable Address reached) {}

    /**
     * Decides about the closure at which a ticket stands; nothing happens if it was decided before.
     *
     * @throws IllegalStateException if it cannot be decided now, and is to be tried again
     */
    public void handle(TicketId id) {
        find(id).filter(closures::asked).filter(ticket -> choice.installed()).ifPresent(this::decide);
    }

    private Optional<Ticket> find(TicketId id) {
        try {
            return Optional.of(read.ticket(DESK, id));
        } catch (SwitchboardException gone) {
            if (gone.code() == ErrorCode.NOT_FOUND || gone.code() == ErrorCode.PURGED) {
                return Optional.empty();
            }
            throw gone;
        }
    }

    private void decide(Ticket ticket) {
        Customer customer = directory
                .customer(ticket.requester().id())
                .filter(known -> known.email() != null)
                .orElse(null);
        int closure = ticket.progress().reopenings();
        if (customer == null
                || transactions.read(() -> store.of(ticket.id(), closure)).isPresent()) {
            return;
        }
        Decision decision = decision(ticket, customer, closure);
        changes.change(DESK, ticket.id(), Precondition.any(), edit -> keep(edit, decision));
    }

    private Decision decision(Ticket ticket, Customer customer, int closure) {
        Instant now = clock.now();
        Duration pause = Duration.ofDays(policies.current().askAgainDays());
        boolean before = transactions.read(() -> store.of(ticket.id())).stream()
                .anyMatch(row -> row.outcome().equals(SurveyRow.ASKED)
                        && row.askedAt().plus(pause).isAfter(now));
        if (before) {
            return new Decision(closure, customer, SurveyRow.ASKED_BEFORE, null, null);
        }
        Instant lastAsked =
                transactions.read(() -> store.lastAsked(customer.id())).orElse(null);
        String language = Objects.requireNonNullElse(customer.language(), LANGUAGE);
        return choice.choose(ticket, customer, lastAsked, now, language)
                .map(chosen -> new Decision(closure, customer, SurveyRow.ASKED, chosen, reached(customer)))
                .orElseGet(() -> new Decision(closure, customer, SurveyRow.NOT_SELECTED, null, null));
    }

    private @Nullable Address reached(Customer customer) {
        Address address = new Address("email", Objects.requireNonNull(customer.email()), customer.name());
        return couriers.reach(address) ? address : null;
    }

    /** The ticket is locked now, so that nobody else decides about it. */
    private boolean keep(TicketEdit edit, Decision decision) {
        Ticket ticket = edit.ticket();
        boolean stands = closures.asked(ticket)
                && ticket.progress().reopenings() == decision.closure()
                && ticket.requester().id().equals(decision.customer().id());
        if (!stands || store.of(ticket.id(), decision.closure()).isPresent()) {
            return false;
        }
        Chosen chosen = decision.chosen();
        Address to = decision.reached();
        String token = to == null ? null : Secrets.next();
        SurveyRow row = row(edit, decision, token);
        store.add(row);
        if (chosen != null) {
            if (to != null && token != null) {
                outgoing.send(
                        SurveyLetter.of(
                                ticket,
                                to,
                                chosen.form(),
                                desk.resolve(PATH + token),
                                Duration.between(edit.now(), row.expiresAt())),
                        ticket.id());
            }
            tell(edit, row, chosen);
        }
        return true;
    }

    private SurveyRow row(TicketEdit edit, Decision decision, @Nullable String token) {
        Chosen chosen = decision.chosen();
        return new SurveyRow(
                ids.next(),
                edit.ticket().id(),
                decision.closure(),
                decision.outcome(),
                decision.customer().id(),
                chosen == null ? null : chosen.survey(),
                chosen == null ? null : chosen.form().edition(),
                chosen == null ? null : chosen.form().scored().kind().name().toLowerCase(Locale.ROOT),
                chosen == null ? null : Json.write(chosen.form()),
                token == null ? null : Secrets.hash(token),
                token != null,
                edit.now(),
                edit.now().plus(Duration.ofDays(policies.current().answerableDays())),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void tell(TicketEdit edit, SurveyRow row, Chosen chosen) {
        edit.recordElsewhere(
                EventType.SURVEY_CHANGED,
                Map.of(
                        "happened", "asked",
                        "invitation", row.id().toString(),
                        "survey", chosen.survey(),
                        "sent", Boolean.toString(row.sent())));
        chosen.silent()
                .forEach((plugin, why) -> edit.record(
                        EventType.PLUGIN_REMARKED,
                        Map.of("plugin", plugin, "socket", "SurveySelection", "failure", why)));
    }
}
