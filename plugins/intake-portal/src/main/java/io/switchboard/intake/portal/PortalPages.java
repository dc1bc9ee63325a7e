package io.switchboard.intake.portal;

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

/** The portal's pages: plain HTML that needs no script. */
@Path("/")
@Produces("text/html; charset=utf-8")
@Access(Access.Who.ANYBODY)
@JakartarsResource
@Component(service = PortalPages.class, property = "switchboard.web=pages")
public final class PortalPages {
    private final Portal portal;
    private final PageScripts scripts;
    private final Views views;

    /** Makes the pages. */
    @Activate
    public PortalPages(@Reference Portal portal, @Reference PortalFiles files, @Reference PortalLook look) {
        this.portal = portal;
        this.scripts = files.files();
        this.views = new Views(scripts, look);
    }

    /** Shows the form by which people ask for help. */
    @GET
    public Response form(@Context HttpHeaders asked) {
        return front(Words.of(asked), 200, new Form(Map.of(), List.of()), List.of());
    }

    /** Takes the form, and shows the receipt. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response ask(@Context CurrentCaller caller, @Context HttpHeaders asked, List<EntityPart> parts)
            throws IOException {
        Words words = Words.of(asked);
        Form form = Form.read(parts, portal);
        try {
            Portal.Receipt receipt = portal.ask(
                    new Portal.Question(
                            form.field("name"),
                            form.field("email"),
                            form.field("subject"),
                            Addition.below(form.field("description"), form.additions()),
                            form.files()),
                    caller.remoteAddress());
            return page(201, views.receipt(words, receipt));
        } catch (SwitchboardException refusal) {
            return front(words, refusal.code().status(), form, words.errors(refusal));
        }
    }

    /** Shows the ticket behind a private link. */
    @GET
    @Path("/follow/{token}")
    public Response follow(@Context HttpHeaders asked, @PathParam("token") String token) {
        Words words = Words.of(asked);
        try {
            return page(200, views.follow(words, portal.follow(token), token, List.of(), ""));
        } catch (SwitchboardException refusal) {
            return page(refusal.code().status(), views.notice(words, refusal));
        }
    }

    /** Takes the customer's answer. */
    @POST
    @Path("/follow/{token}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response answer(
            @Context CurrentCaller caller,
            @Context HttpHeaders asked,
            @PathParam("token") String token,
            List<EntityPart> parts)
            throws IOException {
        Words words = Words.of(asked);
        Portal.Followed followed;
        try {
            followed = portal.follow(token);
        } catch (SwitchboardException refusal) {
            return page(refusal.code().status(), views.notice(words, refusal));
        }
        Form form = Form.read(parts, portal);
        try {
            portal.answer(token, form.field("body"), form.files(), caller.remoteAddress());
            return Response.seeOther(URI.create("/follow/" + token)).build();
        } catch (SwitchboardException refusal) {
            return page(
                    refusal.code().status(),
                    views.follow(words, followed, token, words.errors(refusal), form.field("body")));
        }
    }

    /** Takes the customer's word on the solution. */
    @POST
    @Path("/follow/{token}/verification")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response verify(
            @Context CurrentCaller caller,
            @Context HttpHeaders asked,
            @PathParam("token") String token,
            List<EntityPart> parts)
            throws IOException {
        Words words = Words.of(asked);
        Form form = Form.read(parts, portal);
        try {
            portal.verify(token, form.field("answer"), form.field("comment"), caller.remoteAddress());
            return Response.seeOther(URI.create("/follow/" + token)).build();
        } catch (SwitchboardException refusal) {
            return page(refusal.code().status(), views.notice(words, refusal));
        }
    }

    /** Takes what the customer says of how it went. */
    @POST
    @Path("/follow/{token}/survey")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response rate(
            @Context CurrentCaller caller,
            @Context HttpHeaders asked,
            @PathParam("token") String token,
            List<EntityPart> parts)
            throws IOException {
        Words words = Words.of(asked);
        Form form = Form.read(parts, portal);
        try {
            portal.rate(token, form.fields(), caller.remoteAddress());
            return Response.seeOther(URI.create("/follow/" + token)).build();
        } catch (SwitchboardException refusal) {
            return page(refusal.code().status(), views.notice(words, refusal));
        }
    }

    private Response front(Words words, int status, Form form, List<String> errors) {
        Response page = page(status, views.ask(words, form, errors));
        page.getHeaders().putSingle("Content-Security-Policy", scripts.policy());
        return page;
    }

    private static Response page(int status, String html) {
        return Response.status(status)
                .entity(html)
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language")
                .build();
    }
}
