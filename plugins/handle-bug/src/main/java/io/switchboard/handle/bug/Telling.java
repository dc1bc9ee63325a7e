package io.switchboard.handle.bug;

import io.switchboard.api.desk.Desk;
import io.switchboard.api.desk.Desk.TicketPatch;
import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.escalation.EscalationRule.Reason;
import io.switchboard.api.escalation.Escalations;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the tickets of a defect what has become of it, and moves them: to Development and to wait when it is reported, back to who had
 * them and to work when the tracker has decided. Each step may be repeated. Called by one thread of one node at a time.
 */
@Component(service = Telling.class)
public final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final int LONGEST_THREAD = 500;
    private static final Set<ErrorCode> NO_WAY =
            Set.of(ErrorCode.GUARD_REFUSED, ErrorCode.ILLEGAL_TRANSITION, ErrorCode.INVALID_FIELD);

    private final Desk desk;
    private final Escalations escalations;
    private final Defects defects;
    private final BugRules rules;
    private final String channel;

    /** Makes it. */
    @Activate
    public Telling(
            @Reference Desk desk,
            @Reference Escalations escalations,
            @Reference Defects defects,
            @Reference BugRules rules,
            @Reference PluginContext context) {
        this.desk = desk;
        this.escalations = escalations;
        this.defects = defects;
        this.rules = rules;
        this.channel = context.id();
    }

    /** Tells all of them what they have not been told. One that refuses does not keep it from the others. */
    void tell(UUID id) {
        Defect defect =
                defects.defect(id).filter(known -> known.reference() != null).orElse(null);
        if (defect == null) {
            return;
        }
        for (Member member : defects.members(id)) {
            try {
                tell(defect, member);
            } catch (SwitchboardException refused) {
                LOG.warn(
                        "Ticket {} cannot be told of its defect, it is tried again: {}",
                        member.ticket(),
                        refused.getMessage());
            }
        }
    }

    private void tell(Defect defect, Member member) {
        Ticket ticket = desk.ticket(new TicketId(member.ticket())).orElse(null);
        if (ticket == null
                || ticket.progress().disposition() != Disposition.NONE
                || ticket.progress().status().equals(Status.ARCHIVED)) {
            return;
        }
        boolean told = member.told().equals(defect.state());
        if (member.told().equals(Member.NOTHING)) {
            begin(defect, member, ticket);
        } else if (told && !member.waited() && !defect.decided()) {
            sendToWait(member, ticket);
        } else if (!told && (defect.decided() || wasDecided(defect, member))) {
            decided(defect, member, ticket);
        } else if (!told) {
            desk.remark(ticket.id(), "The report " + defect.reference() + " is now '" + defect.stateName() + "'");
            defects.update(member.told(defect.state(), member.waited()));
        }
    }

    private void begin(Defect defect, Member member, Ticket ticket) {
        desk.edit(
                ticket.id(),
                new TicketPatch(
                        null,
                        null,
                        null,
                        Set.of(BugRules.MARK),
                        Set.of(),
                        Map.of(BugRules.REPORT, new FieldValue.Text(String.valueOf(defect.reference()))),
                        null,
                        null),
                "The defect is reported");
        if (defect.decided()) {
            note(ticket, "The defect is known: " + Words.decision(defect), Optional.empty());
            defects.update(member.told(defect.state(), true));
            return;
        }
        Way way = Way.of(ticket, desk);
        if (!way.done()) {
            escalate(defect, ticket);
        }
        Optional<Status> waiting = way.toWaiting();
        note(ticket, Words.reported(defect), waiting);
        defects.update(member.told(defect.state(), waiting.isPresent() || way.waits() || way.done()));
    }

    /** A confidential ticket stays with those who may know of it. */
    private void escalate(Defect defect, Ticket ticket) {
        if (!ticket.confidential()) {
            rules.team()
                    .ifPresent(team -> escalations.escalate(
                            ticket.id(),
                            team,
                            Reason.TECHNICAL_COMPLEXITY,
                            "A confirmed defect: " + defect.reference()));
        }
    }

    /** One that could not wait when it was reported, since nobody had it, waits as soon as it can. */
    private void sendToWait(Member member, Ticket ticket) {
        Way way = Way.of(ticket, desk);
        Optional<Status> waiting = way.toWaiting();
        waiting.ifPresent(to -> desk.transition(ticket.id(), to, "It waits for the tracker's decision", null));
        if (waiting.isPresent() || way.waits() || way.done()) {
            defects.update(member.told(member.told(), true));
        }
    }

    private static boolean wasDecided(Defect defect, Member member) {
        return new Defect(defect.id(), null, null, null, member.told(), null, 0, null, null, defect.createdAt())
                .decided();
    }

    private void decided(Defect defect, Member member, Ticket ticket) {
        if (defect.decided()) {
            rules.team()
                    .ifPresent(team ->
                            escalations.sendBack(ticket.id(), team, "The tracker has decided: " + defect.stateName()));
            note(ticket, Words.decision(defect), Way.of(ticket, desk).toWork());
        } else {
            note(ticket, Words.takenUpAgain(defect), Optional.empty());
        }
        defects.update(member.told(defect.state(), true));
    }

    /** Leaves a note, with a step of the lifecycle if there is one to take. One that was left before a crash is not repeated. */
    private void note(Ticket ticket, String text, Optional<Status> then) {
        NewMessage note = NewMessage.of(MessageKind.NOTE, text, channel).asAutomatic();
        if (wasLast(ticket.id(), text)) {
            then.ifPresent(to -> desk.transition(ticket.id(), to, null, null));
            return;
        }
        try {
            desk.post(ticket.id(), then.map(note::then).orElse(note));
        } catch (SwitchboardException refused) {
            if (then.isEmpty() || !NO_WAY.contains(refused.code())) {
                throw refused;
            }
            desk.post(ticket.id(), note);
            desk.remark(ticket.id(), "It stays in its status: " + refused.getMessage());
        }
    }

    private boolean wasLast(TicketId ticket, String text) {
        List<Message> ours = desk.thread(ticket, LONGEST_THREAD).stream()
                .filter(message ->
                        message.kind() == MessageKind.NOTE && message.channel().equals(channel))
                .toList();
        return !ours.isEmpty() && ours.get(ours.size() - 1).body().equals(text);
    }
}
