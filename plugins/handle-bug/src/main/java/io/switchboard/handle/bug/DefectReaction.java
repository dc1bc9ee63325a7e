package io.switchboard.handle.bug;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.desk.Desk;
import io.switchboard.api.desk.Desk.TicketPatch;
import io.switchboard.api.people.Directory;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.reaction.Subscription;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Notes what agents say of defects, and sets the timers that act on it. It calls no tracker, so nothing that happens to a ticket waits
 * for one.
 */
@Component(service = Reaction.class)
@Subscription(
        name = "defects",
        events = {
            "ticket.opened",
            "ticket.edited",
            "ticket.assigned",
            "ticket.reopened",
            "ticket.linked",
            "ticket.merged",
            "ticket.unmerged",
            "ticket.confidentiality_changed",
            "ticket.purged"
        },
        confidential = true)
@SwitchboardPlugin(socket = "Reaction")
public final class DefectReaction implements Reaction {
    private static final String TAGS = "tags";
    private static final String REPORT_FIELD = "fields." + BugRules.REPORT;

    private final Desk desk;
    private final Directory directory;
    private final Defects defects;
    private final BugRules rules;
    private final String self;

    /** Makes it. */
    @Activate
    public DefectReaction(
            @Reference Desk desk,
            @Reference Directory directory,
            @Reference Defects defects,
            @Reference BugRules rules,
            @Reference PluginContext context) {
        this.desk = desk;
        this.directory = directory;
        this.defects = defects;
        this.rules = rules;
        this.self = context.id();
    }

    @Override
    public void react(List<TicketEvent> events) {
        for (TicketEvent event : events) {
            switch (event.type()) {
                case TICKET_OPENED -> desk.ticket(event.ticket()).ifPresent(this::opened);
                case TICKET_EDITED -> edited(event);
                case TICKET_PURGED -> defects.leave(event.ticket());
                case TICKET_MERGED -> merged(event);
                case TICKET_REOPENED -> defects.resume(event.ticket());
                default -> defects.lookAgain(event.ticket());
            }
        }
    }

    /** Customers may open tickets with tags and fields of their own; but it is the desk that confirms a defect. */
    private void opened(Ticket ticket) {
        if (directory.agent(ticket.submitter().id()).isPresent()) {
            if (rules.isConfirmed(ticket)) {
                defects.confirm(ticket.id());
            }
            return;
        }
        Map<String, FieldValue> emptied = new HashMap<>();
        for (String field : List.of(BugRules.DESCRIPTION, BugRules.REPORT)) {
            if (ticket.fields().containsKey(field)) {
                emptied.put(field, new FieldValue.Text(""));
            }
        }
        Set<String> ours = Set.of(rules.tag(), rules.consent());
        if (!emptied.isEmpty() || ours.stream().anyMatch(ticket.tags()::contains)) {
            desk.edit(
                    ticket.id(),
                    new TicketPatch(null, null, null, Set.of(), ours, emptied, null, null),
                    "Defects are confirmed and described by the desk, not by who opens a ticket");
        }
    }

    private void edited(TicketEvent event) {
        FieldChange tags = change(event, TAGS);
        boolean before = tags != null && has(tags.before());
        boolean after = tags != null && has(tags.after());
        if (after && !before) {
            defects.confirm(event.ticket());
        } else if (before && !after) {
            withdraw(event.ticket());
        } else if (tags != null || change(event, REPORT_FIELD) != null && !isOurs(event.actor())) {
            defects.lookAgain(event.ticket());
        }
    }

    private boolean isOurs(Actor actor) {
        return actor instanceof Actor.Plugin plugin && plugin.plugin().equals(self);
    }

    private boolean has(@Nullable String tags) {
        return tags != null && List.of(tags.split(", ", -1)).contains(rules.tag());
    }

    private static @Nullable FieldChange change(TicketEvent event, String field) {
        return event.changes().stream()
                .filter(change -> change.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    private void withdraw(TicketId ticket) {
        defects.leave(ticket)
                .filter(defect -> defect.reference() != null)
                .filter(defect -> desk.ticket(ticket).isPresent())
                .ifPresent(defect -> desk.remark(
                        ticket,
                        "It is called a confirmed defect no longer. The report " + defect.reference()
                                + " stays in the tracker; what becomes of it is not told here any more"));
    }

    /** What was said of a ticket holds for the one that it is merged into. */
    private void merged(TicketEvent event) {
        String from = event.data().get("from");
        if (from == null) {
            return;
        }
        Optional<Member> gone = defects.member(new TicketId(UUID.fromString(from)));
        Optional<Ticket> survivor = desk.ticket(event.ticket());
        if (gone.isEmpty() || survivor.isEmpty()) {
            return;
        }
        if (!rules.isConfirmed(survivor.get())) {
            desk.edit(
                    event.ticket(),
                    new TicketPatch(null, null, null, Set.of(rules.tag()), Set.of(), Map.of(), null, null),
                    "A ticket of a confirmed defect was merged into it");
        }
        defects.confirm(event.ticket());
        defects.follow(event.ticket(), gone.get());
    }
}
