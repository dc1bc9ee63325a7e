package io.switchboard.intake.portal;

import io.switchboard.api.desk.Desk;
import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.files.Downloads;
import io.switchboard.api.files.Uploads;
import io.switchboard.api.intake.FollowLinks;
import io.switchboard.api.intake.RequestForms;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.survey.Surveys;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.api.verification.Verifications;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the portal does, whether asked by a page or by JSON. */
@Component(service = Portal.class)
public final class Portal {
    /** RFC 5321, section 4.5.3.1.3, without the angle brackets. */
    private static final int LONGEST_ADDRESS = 254;

    private static final int PER_ADDRESS = 20;
    private static final int PER_PERSON = 6;
    private static final int THREAD = 500;

    private final Desk desk;
    private final FollowLinks links;
    private final RequestForms forms;
    private final Uploads uploads;
    private final Downloads downloads;
    private final Verifications verifications;
    private final Surveys surveys;
    private final PortalLook look;
    private final FormBudget perAddress;
    private final FormBudget perPerson;

    /** Opens the portal. */
    @Activate
    public Portal(
            @Reference Desk desk,
            @Reference FollowLinks links,
            @Reference RequestForms forms,
            @Reference Uploads uploads,
            @Reference Downloads downloads,
            @Reference Verifications verifications,
            @Reference Surveys surveys,
            @Reference PortalLook look,
            @Reference PluginContext context) {
        this.desk = desk;
        this.links = links;
        this.forms = forms;
        this.uploads = uploads;
        this.downloads = downloads;
        this.verifications = verifications;
        this.surveys = surveys;
        this.look = look;
        this.perAddress = new FormBudget(context.clock(), PER_ADDRESS);
        this.perPerson = new FormBudget(context.clock(), PER_PERSON);
    }

    /** What somebody who asked is given: the number, and the private link. */
    record Receipt(String number, URI link) {}

    /**
     * A ticket, as its requester may see it.
     *
     * @param ended whether its lifecycle goes no further, so that nothing can be added
     * @param verifiable whether it waits for their word on the solution
     * @param survey what they are asked of how it went, or null
     */
    record Followed(
            Ticket ticket,
            List<Message> thread,
            boolean ended,
            boolean verifiable,
            Surveys.@Nullable Invitation survey) {}

    /** Opens a ticket. The answer says nothing of what was written, and nothing of whether the address is known. */
    Receipt ask(Request request, String remoteAddress) {
        NewTicket wanted = wanted(request);
        perAddress.spend(remoteAddress);
        perPerson.spend(person(request.asker().email()));
        Ticket ticket = desk.open(wanted);
        return new Receipt(
                ticket.number(), links.issue(ticket.id(), ticket.requester().id()));
    }

    /** Refuses together what is missing and what does not answer a question; more than that only the desk knows. */
    private NewTicket wanted(Request request) {
        List<FieldError> wrong = new ArrayList<>(request.missing().toList());
        Map<String, FieldValue> fields = Map.of();
        try {
            fields = forms.answers(request.topic().path(), request.answers());
        } catch (SwitchboardException refusal) {
            wrong.addAll(refusal.fields());
        }
        if (!wrong.isEmpty()) {
            throw SwitchboardException.fields(wrong);
        }
        NewTicket wanted = NewTicket.of(request.subject(), request.description(), request.asker(), PortalChannel.ID)
                .withCategory(request.topic().path())
                .withCircumstances(request.told())
                .withFields(fields, Set.of())
                .withAttachments(request.files());
        TicketType type = request.topic().ticketType(look.now().types());
        return type == null ? wanted : wanted.withType(type);
    }

    /** Folds only as much as an address can have; a megabyte of some letters would take minutes. */
    private static String person(@Nullable String email) {
        String address = String.valueOf(email).strip();
        return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS)).toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the ticket behind a private link.
     *
     * @throws SwitchboardException with {@code link-not-valid}, the same for every link that leads nowhere
     */
    Followed follow(String token) {
        FollowLinks.Follower follower = follower(token);
        Ticket ticket = desk.ticket(follower.ticket()).orElseThrow(Portal::notValid);
        return new Followed(
                ticket,
                desk.customerThread(follower.ticket(), THREAD),
                ended(ticket.progress()),
                verifications.mayAnswer(ticket, follower.person()),
                surveys.invitation(ticket.id(), follower.person()).orElse(null));
    }

    private boolean ended(Progress progress) {
        return desk.lifecycle(progress.profile())
                .filter(profile -> profile.next(progress.status()).isEmpty())
                .isPresent();
    }

    /** Adds the customer's answer to the thread. */
    void answer(String token, String body, List<AttachmentId> files, String remoteAddress) {
        FollowLinks.Follower follower = follower(token);
        perAddress.spend(remoteAddress);
        desk.postAs(
                follower.ticket(),
                follower.person(),
                NewMessage.of(MessageKind.CUSTOMER, body, PortalChannel.ID).withAttachments(files));
    }

    /**
     * Takes the customer's word on the solution.
     *
     * @param answer {@code yes} or {@code no}
     */
    void verify(String token, @Nullable String answer, @Nullable String words, String remoteAddress) {
        boolean works = "yes".equals(answer);
        if (!works && !"no".equals(answer)) {
            throw SwitchboardException.field("answer", "must be yes or no");
        }
        FollowLinks.Follower follower = follower(token);
        perAddress.spend(remoteAddress);
        verifications.answer(
                follower.ticket(), follower.person(), new Verifications.Answer(works, words), PortalChannel.ID);
    }

    /** Takes what the customer says of how it went, or a correction of it. */
    void rate(String token, Map<String, String> answers, String remoteAddress) {
        FollowLinks.Follower follower = follower(token);
        perAddress.spend(remoteAddress);
        surveys.answer(follower.ticket(), follower.person(), answers, PortalChannel.ID);
    }

    /** Keeps a file until the question or answer that it belongs to is sent. */
    AttachmentId keep(String name, InputStream content) throws IOException {
        return uploads.keep(name, content).id();
    }

    /**
     * Opens a file of the thread behind a private link.
     *
     * @throws SwitchboardException with {@code link-not-valid}, or {@code not-found} for each that is not theirs
     */
    Downloads.Download file(String token, String id) throws IOException {
        FollowLinks.Follower follower = follower(token);
        return downloads.open(follower.ticket(), follower.person(), AttachmentId.of(id));
    }

    /** Returns how many bytes a file may have. */
    long largestFile() {
        return uploads.largest();
    }

    private FollowLinks.Follower follower(String token) {
        return links.resolve(token).orElseThrow(Portal::notValid);
    }

    private static SwitchboardException notValid() {
        return new SwitchboardException(
                ErrorCode.LINK_NOT_VALID,
                "This link is not valid any more. Ask again, or use the link of a later message");
    }
}
