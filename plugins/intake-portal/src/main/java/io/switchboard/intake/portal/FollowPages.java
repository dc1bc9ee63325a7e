package io.switchboard.intake.portal;

import io.switchboard.api.desk.BodyRenderer;
import io.switchboard.api.error.SwitchboardException;
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

/** The page on which people follow their ticket, behind a private link: plain HTML that needs no script. */
@Path("/follow/{token}")
@Produces("text/html; charset=utf-8")
@Access(Access.Who.ANYBODY)
@JakartarsResource
@Component(service = FollowPages.class, property = "switchboard.web=pages")
public final class FollowPages {
    private final Portal portal;
    private final Frame frame;
    private final FollowView view;

    /** Makes the page. */
    @Activate
    public FollowPages(
            @Reference Portal portal,
            @Reference PortalFiles files,
            @Reference PortalLook look,
            @Reference BodyRenderer bodies) {
        this.portal = portal;
        this.frame = new Frame(files.files(), look);
        this.view = new FollowView(frame, portal, bodies);
    }

    /** Shows the ticket behind a private link. */
    @GET
    public Response follow(@Context HttpHeaders asked, @PathParam("token") String token) {
        Words words = Words.of(asked);
        try {
            return view.ticket(200, words, portal.follow(token), token, Form.EMPTY, List.of());
        } catch (SwitchboardException refusal) {
            return frame.notice(words, refusal);
        }
    }

    /** Takes the customer's answer. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response answer(
            @Context CurrentCaller caller,
            @Context HttpHeaders asked,
            @PathParam("token") String token,
            List<EntityPart> parts)
            throws IOException {
        Words words = Words.of(asked);
        Portal.Followed followed;
        Form form;
        try {
            followed = portal.follow(token);
            form = Form.read(parts, portal);
        } catch (SwitchboardException refusal) {
            return frame.notice(words, refusal);
        }
        try {
            portal.answer(token, form.field("body"), form.files(), caller.remoteAddress());
            return Response.seeOther(URI.create("/follow/" + token)).build();
        } catch (SwitchboardException refusal) {
            return view.ticket(refusal.code().status(), words, followed, token, form, words.faults(refusal, Map.of()));
        }
    }

    /** Takes the customer's word on the solution. */
    @POST
    @Path("/verification")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response verify(
            @Context CurrentCaller caller,
            @Context HttpHeaders asked,
            @PathParam("token") String token,
            List<EntityPart> parts)
            throws IOException {
        Words words = Words.of(asked);
        try {
            Form form = Form.read(parts, portal);
            portal.verify(token, form.field("answer"), form.field("comment"), caller.remoteAddress());
            return Response.seeOther(URI.create("/follow/" + token)).build();
        } catch (SwitchboardException refusal) {
            return frame.notice(words, refusal);
        }
    }

    /** Takes what the customer says of how it went. */
    @POST
    @Path("/survey")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response rate(
            @Context CurrentCaller caller,
            @Context HttpHeaders asked,
            @PathParam("token") String token,
            List<EntityPart> parts)
            throws IOException {
        Words words = Words.of(asked);
        try {
            Form form = Form.read(parts, portal);
            portal.rate(token, form.fields(), caller.remoteAddress());
            return Response.seeOther(URI.create("/follow/" + token)).build();
        } catch (SwitchboardException refusal) {
            return frame.notice(words, refusal);
        }
    }
}
