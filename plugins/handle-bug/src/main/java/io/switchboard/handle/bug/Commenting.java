package io.switchboard.handle.bug;

import io.switchboard.api.desk.Desk;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.tracker.TrackerAwayException;
import io.switchboard.api.tracker.Trackers;
import java.time.Duration;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells a tracker which further tickets a defect has, one at a time. Of confidential ones it is told nothing. */
@Component(service = Commenting.class)
public final class Commenting {
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Desk desk;
    private final Trackers trackers;
    private final Defects defects;
    private final ReportText text;

    /** Makes it. */
    @Activate
    public Commenting(
            @Reference Desk desk,
            @Reference Trackers trackers,
            @Reference Defects defects,
            @Reference ReportText text) {
        this.desk = desk;
        this.trackers = trackers;
        this.defects = defects;
        this.text = text;
    }

    /** Tells of the first that the tracker does not know, and has the next one be told of soon. */
    void comment(UUID id) {
        Defect defect =
                defects.defect(id).filter(known -> known.reference() != null).orElse(null);
        if (defect == null || defect.decided()) {
            return;
        }
        for (Member member : defects.members(id)) {
            Ticket ticket = member.commented()
                    ? null
                    : desk.ticket(new TicketId(member.ticket())).orElse(null);
            if (ticket != null && !member.told().equals(Member.NOTHING)) {
                comment(defect, member, ticket);
                return;
            }
        }
    }

    private void comment(Defect defect, Member member, Ticket ticket) {
        try {
            if (!ticket.confidential()) {
                trackers.comment(
                        String.valueOf(defect.tracker()), String.valueOf(defect.reference()), text.another(ticket));
            }
            defects.update(member.withComment());
            defects.soon(Defects.TELL, defect.id());
        } catch (TrackerAwayException away) {
            Duration pause = away.pause().compareTo(PAUSE) > 0 ? away.pause() : PAUSE;
            defects.at(Defects.TELL, defect.id(), defects.now().plus(pause));
        }
    }
}
