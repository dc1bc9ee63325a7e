package io.switchboard.handle.bug;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.tracker.IssueTracker.Delivery;
import io.switchboard.api.tracker.IssueTracker.Heard;
import io.switchboard.api.tracker.TrackerAwayException;
import io.switchboard.api.tracker.Trackers;
import io.switchboard.api.ui.Access;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/**
 * Takes what trackers send, at {@code /api/v1/x/handle-bug/webhooks/{tracker}}. Anybody may call; the tracker's plugin checks the
 * signature. All that comes of it is that the tracker is asked, so it may come again and in any order.
 */
@Path("webhooks/{tracker}")
@Access(Access.Who.ANYBODY)
@JakartarsResource
@Component(service = Webhooks.class)
public final class Webhooks {
    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_HEADER = 1_000;

    private final Trackers trackers;
    private final Defects defects;

    /** Makes the resource. */
    @Activate
    public Webhooks(@Reference Trackers trackers, @Reference Defects defects) {
        this.trackers = trackers;
        this.defects = defects;
    }

    /** Takes a delivery. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public void take(@PathParam("tracker") String tracker, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        if (!trackers.ids().contains(tracker)) {
            throw SwitchboardException.notFound("tracker");
        }
        Heard heard = hear(tracker, new Delivery(first(headers), content(body)));
        if (heard instanceof Heard.Refused refused) {
            throw new SwitchboardException(ErrorCode.SIGN_IN_REQUIRED, refused.why());
        }
        if (heard instanceof Heard.Changed changed) {
            for (String reference : changed.references()) {
                defects.byReference(tracker, reference).ifPresent(defect -> defects.soon(Defects.HEARD, defect.id()));
            }
        }
    }

    private Heard hear(String tracker, Delivery delivery) {
        try {
            return trackers.hear(tracker, delivery);
        } catch (TrackerAwayException away) {
            throw new SwitchboardException(ErrorCode.PLUGIN_FAILED, "The plugin of this tracker did not answer", away);
        }
    }

    private static byte[] content(InputStream body) throws IOException {
        byte[] content = body.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new SwitchboardException(ErrorCode.TOO_LARGE, "A delivery must have at most " + LARGEST + " bytes");
        }
        return content;
    }

    private static Map<String, String> first(HttpHeaders headers) {
        Map<String, String> first = new HashMap<>();
        for (Map.Entry<String, List<String>> header :
                headers.getRequestHeaders().entrySet()) {
            String value = header.getValue().isEmpty() ? "" : header.getValue().get(0);
            if (value.length() <= LONGEST_HEADER) {
                first.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), value);
            }
        }
        return first;
    }
}
