package io.switchboard.handle.bug;

import io.switchboard.api.desk.Desk;
import io.switchboard.api.desk.TicketLinks;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.api.tracker.IssueTracker.Report;
import io.switchboard.api.tracker.TrackerAwayException;
import io.switchboard.api.tracker.Trackers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds out which defect a ticket is of: the one whose report an agent named, that of a ticket which it is a duplicate of or stands
 * under the same incident with, or one of its own. Called by one thread of one node at a time.
 */
@Component(service = Admission.class)
public final class Admission {
    private static final Set<LinkKind> SAME = Set.of(LinkKind.DUPLICATE, LinkKind.PARENT);
    private static final int MOST = 200;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String CONFIDENTIAL = Member.HELD + "-confidential";
    private static final String UNKNOWN = Member.HELD + "-unknown";

    private final Desk desk;
    private final TicketLinks links;
    private final Trackers trackers;
    private final Defects defects;
    private final BugRules rules;

    /** Makes it. */
    @Activate
    public Admission(
            @Reference Desk desk,
            @Reference TicketLinks links,
            @Reference Trackers trackers,
            @Reference Defects defects,
            @Reference BugRules rules) {
        this.desk = desk;
        this.links = links;
        this.trackers = trackers;
        this.defects = defects;
        this.rules = rules;
    }

    /** Finds it out for one ticket; tries again later if a tracker is needed for it that is away. */
    void admit(TicketId id) {
        Member member = defects.member(id).orElse(null);
        Ticket ticket = desk.ticket(id).orElse(null);
        if (member == null || ticket == null || ticket.progress().disposition() != Disposition.NONE) {
            return;
        }
        try {
            admit(member, ticket);
        } catch (TrackerAwayException away) {
            Duration pause = away.pause().compareTo(PAUSE) > 0 ? away.pause() : PAUSE;
            defects.admitAt(id, defects.now().plus(pause));
        }
    }

    private void admit(Member member, Ticket ticket) throws TrackerAwayException {
        Optional<Defect> present = defects.defect(member.defect());
        String named = BugRules.said(ticket, BugRules.REPORT);
        if (present.isPresent() && (named.isEmpty() || isNamed(present.get(), named))) {
            defects.goOn(present.get());
            return;
        }
        if (present.isEmpty() && !rules.mayBeReported(ticket)) {
            hold(
                    member,
                    CONFIDENTIAL,
                    "The defect is not reported, since the ticket is confidential. If its field '"
                            + BugRules.DESCRIPTION + "' says nothing that others may not know, add the tag '"
                            + rules.consent() + "'");
            return;
        }
        Optional<Defect> known = named.isEmpty() ? ofRelatives(ticket.id()) : named(named);
        if (known.isPresent()) {
            defects.join(member, known.get(), false);
        } else if (named.isEmpty()) {
            defects.make(member);
        } else {
            hold(
                    member,
                    UNKNOWN,
                    "No tracker knows the report that the field '" + BugRules.REPORT
                            + "' names. Enter the reference or the address of one, or empty the field to make one");
        }
    }

    private static boolean isNamed(Defect defect, String named) {
        return named.equals(defect.reference()) || named.equals(defect.address());
    }

    private void hold(Member member, String why, String remark) {
        if (!member.told().equals(why)) {
            desk.remark(new TicketId(member.ticket()), remark);
            defects.update(member.told(why, member.waited()));
        }
    }

    private Optional<Defect> named(String named) throws TrackerAwayException {
        for (String tracker : rules.order(trackers.ids())) {
            Optional<Defect> known = defects.byReference(tracker, named);
            if (known.isPresent()) {
                return known;
            }
            Optional<Report> found = trackers.find(tracker, named);
            if (found.isPresent()) {
                return Optional.of(of(tracker, found.get()));
            }
        }
        return Optional.empty();
    }

    private Defect of(String tracker, Report report) {
        return defects.byReference(tracker, report.reference())
                .orElseGet(() -> defects.keep(Defect.fresh(Defects.id(defects.now()), defects.now())
                        .of(tracker)
                        .as(report)));
    }

    /** Two steps reach the other reports of one incident. */
    private Optional<Defect> ofRelatives(TicketId ticket) {
        Set<TicketId> seen = new HashSet<>(Set.of(ticket));
        Deque<TicketId> near = new ArrayDeque<>(relatives(ticket));
        for (int step = 0; step < 2; step++) {
            Deque<TicketId> further = new ArrayDeque<>();
            for (TicketId relative : near) {
                if (seen.size() < MOST && seen.add(relative)) {
                    Optional<Defect> defect =
                            defects.member(relative).flatMap(member -> defects.defect(member.defect()));
                    if (defect.isPresent()) {
                        return defect;
                    }
                    further.addAll(relatives(relative));
                }
            }
            near = further;
        }
        return Optional.empty();
    }

    private List<TicketId> relatives(TicketId ticket) {
        return links.of(ticket).stream()
                .filter(link -> SAME.contains(link.kind()))
                .map(link -> other(link, ticket))
                .limit(MOST)
                .toList();
    }

    private static TicketId other(TicketLink link, TicketId ticket) {
        return link.from().equals(ticket) ? link.to() : link.from();
    }
}
