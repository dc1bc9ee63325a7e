package io.switchboard.handle.bug;

import io.switchboard.api.desk.Desk;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.lifecycle.StatusDefinition;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.tracker.TrackerAwayException;
import io.switchboard.api.tracker.Trackers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks trackers: to make a report, and what has become of one. Each time it does one of them and keeps what came of it, so that it can
 * be cut at any moment. Called by one thread of one node at a time.
 */
@Component(service = Asking.class)
public final class Asking {
    /** As long as the search of a tracker may take to learn of a report whose answer was lost. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

    private static final int DOUBLINGS = 4;
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final Desk desk;
    private final Trackers trackers;
    private final Defects defects;
    private final BugRules rules;
    private final ReportText text;

    /** Makes it. */
    @Activate
    public Asking(
            @Reference Desk desk,
            @Reference Trackers trackers,
            @Reference Defects defects,
            @Reference BugRules rules,
            @Reference ReportText text) {
        this.desk = desk;
        this.trackers = trackers;
        this.defects = defects;
        this.rules = rules;
        this.text = text;
    }

    /** Asks about one defect, and when it is to be asked again. If none of its tickets is open, nobody waits for an answer. */
    void ask(UUID id) {
        Defect defect = defects.defect(id).orElse(null);
        List<Member> members = defects.members(id);
        if (defect == null || members.isEmpty()) {
            return;
        }
        try {
            Defect now = defect.reference() == null ? reported(defect, members) : found(defect);
            boolean awaited = members.stream().anyMatch(this::isOpen);
            Instant next = defects.now().plus(rules.betweenQuestions());
            defects.update(now, awaited || now.reference() == null ? next : null, now.reference() != null);
        } catch (TrackerAwayException away) {
            inVain(defect, members, away);
        }
    }

    private Defect reported(Defect defect, List<Member> members) throws TrackerAwayException {
        Ticket ticket = first(members).orElse(null);
        if (ticket == null) {
            return defect;
        }
        String tracker = tracker(defect);
        Defect chosen = defect.of(tracker);
        defects.update(chosen, null, false);
        return chosen.as(trackers.report(tracker, text.of(chosen, ticket)));
    }

    /** What the settings say holds for all that is not reported yet. */
    private String tracker(Defect defect) throws TrackerAwayException {
        String chosen = defect.tracker();
        if (!rules.tracker().isEmpty()) {
            return rules.tracker();
        }
        if (chosen != null) {
            return chosen;
        }
        return trackers.ids().stream()
                .findFirst()
                .orElseThrow(() -> new TrackerAwayException(
                        "No bug tracker is installed; install one, such as tracker-github or tracker-jira",
                        Duration.ZERO));
    }

    /** The first that was called a confirmed defect tells of it; one that has become confidential does not. */
    private Optional<Ticket> first(List<Member> members) {
        return members.stream()
                .sorted(Comparator.comparing(Member::joinedAt))
                .flatMap(member -> desk.ticket(new TicketId(member.ticket())).stream())
                .filter(rules::mayBeReported)
                .findFirst();
    }

    private Defect found(Defect defect) throws TrackerAwayException {
        String tracker = String.valueOf(defect.tracker());
        return trackers.find(tracker, String.valueOf(defect.reference()))
                .map(defect::as)
                .orElseGet(defect::gone);
    }

    private void inVain(Defect defect, List<Member> members, TrackerAwayException away) {
        Defect present = defects.defect(defect.id()).orElse(defect);
        Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(DOUBLINGS, present.attempts()));
        Duration longer = away.pause().compareTo(pause) > 0 ? away.pause() : pause;
        String why = LINE_BREAKS
                .matcher(String.valueOf(away.getMessage()))
                .replaceAll(" ")
                .strip();
        defects.update(present.troubled(why, defects.now()), defects.now().plus(longer), false);
        if (present.reference() == null && present.attempts() == 0) {
            for (Member member : members) {
                TicketId ticket = new TicketId(member.ticket());
                if (desk.ticket(ticket).isPresent()) {
                    desk.remark(ticket, "The defect is not reported yet, it is tried again: " + why);
                }
            }
        }
    }

    private boolean isOpen(Member member) {
        return desk.ticket(new TicketId(member.ticket()))
                .filter(ticket -> ticket.progress().disposition() == Disposition.NONE)
                .filter(ticket -> desk.lifecycle(ticket.progress().profile())
                        .flatMap(profile -> profile.definition(ticket.progress().status()))
                        .map(StatusDefinition::category)
                        .filter(category -> category != StatusCategory.DONE)
                        .isPresent())
                .isPresent();
    }
}
