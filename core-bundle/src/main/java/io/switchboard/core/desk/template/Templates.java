package io.switchboard.core.desk.template;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.configuration.Catalog;
import io.switchboard.core.desk.configuration.CatalogKind;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.ItemKind;
import io.switchboard.core.desk.shelf.Label;
import io.switchboard.core.desk.shelf.Shelf;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.web.FrontDoor;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks reply templates when they are kept, and fills them in. */
@Component(service = Templates.class)
public final class Templates {
    /** The kind of items that templates are. */
    public static final ItemKind<Template> KIND = new ItemKind<>(
            "template",
            Template.class,
            AuditKind.TEMPLATE_MADE,
            AuditKind.TEMPLATE_CHANGED,
            AuditKind.TEMPLATE_REMOVED);

    private final Shelf shelf;
    private final Catalog catalog;
    private final ReadTicket read;
    private final Transactions transactions;
    private final PersonStore persons;
    private final Lifecycle lifecycle;
    private final DeskClock clock;
    private final URI desk;

    /** Makes the use cases. */
    @Activate
    public Templates(
            @Reference Shelf shelf,
            @Reference Catalog catalog,
            @Reference ReadTicket read,
            @Reference Transactions transactions,
            @Reference PersonStore persons,
            @Reference Lifecycle lifecycle,
            @Reference DeskClock clock,
            @Reference FrontDoor door) {
        this(
                shelf,
                catalog,
                read,
                transactions,
                persons,
                lifecycle,
                clock,
                door.publicAddress().uri());
    }

    /** Makes the use cases of a desk at an address. */
    public Templates(
            Shelf shelf,
            Catalog catalog,
            ReadTicket read,
            Transactions transactions,
            PersonStore persons,
            Lifecycle lifecycle,
            DeskClock clock,
            URI desk) {
        this.shelf = shelf;
        this.catalog = catalog;
        this.read = read;
        this.transactions = transactions;
        this.persons = persons;
        this.lifecycle = lifecycle;
        this.clock = clock;
        this.desk = desk;
    }

    /**
     * Returns the active templates that fit a ticket: the caller's own, everybody's and those of the ticket's team, for its
     * category or for any; those in the requester's language first.
     */
    public List<Item<Template>> fitting(Caller caller, TicketId id) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        Ticket ticket = read.ticket(caller, id);
        Ticket.TeamReference team = ticket.team();
        String spoken = transactions
                .read(() -> persons.find(ticket.requester().id()))
                .map(PersonRow::language)
                .orElse(null);
        return shelf.atHand(caller, KIND, team == null ? null : team.id()).stream()
                .filter(item -> item.content().active())
                .filter(item ->
                        files(item.content().category(), ticket.classification().category()))
                .sorted(Comparator.comparingInt(
                        item -> strangeness(item.content().language(), spoken)))
                .toList();
    }

    private static boolean files(@Nullable String wanted, @Nullable String category) {
        return wanted == null || category != null && (category.equals(wanted) || category.startsWith(wanted + "/"));
    }

    private static int strangeness(@Nullable String language, @Nullable String spoken) {
        if (language == null || spoken == null) {
            return 1;
        }
        return primary(language).equals(primary(spoken)) ? 0 : 2;
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    /** Adds a template; a text that cannot be understood is refused. */
    public Item<Template> add(Caller caller, Label label, Template template) {
        check(template);
        return shelf.add(caller, KIND, label, template);
    }

    /** Replaces a template that is still as the caller saw it. */
    public Item<Template> replace(Caller caller, UUID id, long version, Label label, Template template) {
        check(template);
        return shelf.replace(caller, KIND, id, version, label, template);
    }

    private void check(Template template) {
        new Limits().path("category", template.category()).check();
        checkText("body", template.body());
        catalog.require(CatalogKind.CATEGORY, template.category());
    }

    /** Demands a text that can be filled in. */
    public static void checkText(String field, String text) {
        new Limits().line(field, text, Limits.TEXT).check();
        TemplateText.of(field, text);
    }

    /**
     * Fills a text in, kept or not, with what the ticket is at this moment.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code not-found} if the caller does not see the ticket
     */
    public String render(Caller caller, String text, BodyFormat format, TicketId id) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        new Limits().line("body", text, Limits.TEXT).check();
        TemplateText parsed = TemplateText.of("body", text);
        Ticket ticket = read.ticket(caller, id);
        return parsed.fill(
                format,
                Placeholder.texts(new Placeholder.Facts(
                        ticket, lifecycle.name(ticket.progress()), agent(caller), null, desk, clock.now())));
    }

    private Placeholder.Agent agent(Caller caller) {
        PersonId person = caller.person();
        return person == null
                ? new Placeholder.Agent(null, null, null)
                : transactions
                        .read(() -> persons.find(person))
                        .map(row -> new Placeholder.Agent(row.name(), row.email(), row.signature()))
                        .orElse(new Placeholder.Agent(null, null, null));
    }
}
