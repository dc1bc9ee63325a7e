package io.switchboard.core.demo;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.intake.OpenTicket;
import io.switchboard.core.files.UploadFile;
import io.switchboard.core.people.directory.Customers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens the tickets of the demo, and sends the files. */
@Component(service = Openings.class)
public final class Openings {
    private static final Contact MONITORING = new Contact("Monitoring", "monitoring@nordwind.example", null);
    private static final Caller STAGE = Caller.system("demo");

    private final DemoProgress progress;
    private final Players players;
    private final OpenTicket open;
    private final UploadFile upload;
    private final Customers customers;

    /** Makes it. */
    @Activate
    public Openings(
            @Reference DemoProgress progress,
            @Reference Players players,
            @Reference OpenTicket open,
            @Reference UploadFile upload,
            @Reference Customers customers) {
        this.progress = progress;
        this.players = players;
        this.open = open;
        this.upload = upload;
        this.customers = customers;
    }

    /** Returns what has the ticket opened, once the files are there. */
    Runnable prepare(Story story) {
        String agent = story.by();
        boolean alert = story.via().equals("monitoring");
        Caller caller = alert ? Players.monitoring() : players.named(agent == null ? story.from() : agent, story.via());
        List<AttachmentId> files = send(caller, story.files());
        return () -> progress.making(
                "ticket." + story.key(),
                () -> open.handle(caller, wanted(story, alert ? MONITORING : contact(story.from()), files)),
                made -> made.id().value());
    }

    /** Uploads files in a caller's name. */
    List<AttachmentId> send(Caller caller, @Nullable List<String> told) {
        List<AttachmentId> files = new ArrayList<>();
        for (String one : told == null ? List.<String>of() : told) {
            DemoFile file = DemoFile.of(one);
            try {
                files.add(upload.handle(caller, file.name(), new ByteArrayInputStream(file.content()))
                        .id());
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
        return files;
    }

    private Contact contact(String key) {
        var email = customers.get(STAGE, players.id(key)).details().email();
        return new Contact(null, email == null ? null : email.text(), null);
    }

    private static NewTicket wanted(Story story, Contact requester, List<AttachmentId> files) {
        String type = story.type();
        String impact = story.impact();
        String urgency = story.urgency();
        String priority = story.priority();
        return new NewTicket(
                story.subject(),
                story.text(),
                BodyFormat.TEXT,
                requester,
                story.via(),
                type == null ? null : TicketType.of(type, "type"),
                story.category(),
                story.product(),
                impact == null ? null : Level.of(impact, "impact"),
                urgency == null ? null : Level.of(urgency, "urgency"),
                priority == null ? null : Priority.of(priority, "priority"),
                new Circumstances(story.error(), story.systems() == null ? List.of() : story.systems(), story.effect()),
                Map.of(),
                story.tags() == null ? Set.of() : Set.copyOf(story.tags()),
                files,
                null);
    }
}
