package io.switchboard.intake.portal;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ui.Access;
import io.switchboard.api.ui.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The requests of somebody who is signed in: plain HTML that needs no script. */
@Path("/my")
@Produces("text/html; charset=utf-8")
@Access(Access.Who.ANYBODY)
@JakartarsResource
@Component(service = MyPages.class, property = "switchboard.web=pages")
public final class MyPages {
    private final OwnTickets own;
    private final Portal portal;
    private final Frame frame;
    private final MyView view;

    /** Makes the pages. */
    @Activate
    public MyPages(
            @Reference OwnTickets own,
            @Reference Portal portal,
            @Reference PortalFiles files,
            @Reference PortalLook look) {
        this.own = own;
        this.portal = portal;
        this.frame = new Frame(files.files(), look);
        this.view = new MyView(frame);
    }

    /** Shows the requests, or how to sign in. */
    @GET
    public Response mine(@Context CurrentCaller caller, @Context HttpHeaders asked) {
        Words words = Words.of(asked);
        PersonId person = caller.person();
        return person == null
                ? view.signIn(200, words, own.canSendLinks(), "", List.of())
                : view.mine(words, own.name(person), own.of(person));
    }

    /** Sends a link by which somebody signs in; the answer is the same whether their address is known or not. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response sendLink(@Context CurrentCaller caller, @Context HttpHeaders asked, List<EntityPart> parts)
            throws IOException {
        Words words = Words.of(asked);
        Form form;
        try {
            form = Form.read(parts, portal);
        } catch (SwitchboardException refusal) {
            return frame.notice(words, refusal);
        }
        String email = form.field("email").strip();
        try {
            own.sendLink(email, caller.remoteAddress());
            return view.sent(words, email);
        } catch (SwitchboardException refusal) {
            return view.signIn(
                    refusal.code().status(), words, own.canSendLinks(), email, words.faults(refusal, Map.of()));
        }
    }

    /** Goes to the page of one of the requests. */
    @GET
    @Path("/{number}")
    public Response open(
            @Context CurrentCaller caller, @Context HttpHeaders asked, @PathParam("number") String number) {
        PersonId person = caller.person();
        if (person == null) {
            return Response.seeOther(URI.create("/my")).build();
        }
        try {
            return Response.seeOther(URI.create(own.link(person, number).getPath()))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (SwitchboardException refusal) {
            return frame.notice(Words.of(asked), refusal);
        }
    }
}
