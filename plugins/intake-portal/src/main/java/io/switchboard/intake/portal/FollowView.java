package io.switchboard.intake.portal;

import com.samskivert.mustache.Template;
import io.switchboard.api.desk.BodyRenderer;
import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the page on which people follow their ticket. */
final class FollowView {
    private final Frame frame;
    private final Portal portal;
    private final BodyRenderer bodies;
    private final Template follow = Frame.template("follow.html");

    FollowView(Frame frame, Portal portal, BodyRenderer bodies) {
        this.frame = frame;
        this.portal = portal;
        this.bodies = bodies;
    }

    Response ticket(int status, Words words, Portal.Followed followed, String token, Form form, List<Fault> faults) {
        Ticket ticket = followed.ticket();
        Resolution resolution = ticket.resolution();
        Map<String, Object> data = new HashMap<>();
        data.put("number", ticket.number());
        data.put("subject", ticket.subject());
        data.put("state", words.text(Standing.state(ticket)));
        data.put("next", words.of("next", Standing.next(ticket)));
        data.put("expected", words.text("expected", ticket.expectedResolutionAt()));
        data.put("update", words.text("update", ticket.nextUpdateDueAt()));
        data.put("solution", resolution == null ? "" : resolution.summary());
        data.put(
                "messages",
                followed.thread().stream()
                        .map(message -> message(words, message))
                        .toList());
        Map<String, String> wrong = Fault.byField(faults);
        data.put("faults", faults);
        data.put("faulty", !faults.isEmpty());
        data.put("fault", Map.of("body", wrong.getOrDefault("body", ""), "file", wrong.getOrDefault("file", "")));
        data.put("body", form.field("body"));
        data.putAll(FileLimits.shown(words, portal.largestFile()));
        data.put("token", token);
        data.put("verifiable", followed.verifiable());
        data.put("open", !followed.ended());
        data.put("survey", SurveyPart.of(followed.survey()));
        return frame.page(status, words, ticket.number() + ": " + ticket.subject(), follow, data);
    }

    private Map<String, Object> message(Words words, Message message) {
        PersonReference author = message.author();
        boolean ours = message.kind() == MessageKind.REPLY;
        String name = author == null ? words.text("desk") : author.name();
        return Map.of(
                "side",
                ours ? "desk" : "customer",
                "author",
                name,
                "time",
                words.time(message.createdAt()),
                "html",
                bodies.html(message.body(), message.format()),
                "files",
                message.attachments().stream().map(FollowView::file).toList());
    }

    private static Map<String, String> file(Attachment file) {
        return Map.of("id", file.id().toString(), "name", file.name());
    }
}
