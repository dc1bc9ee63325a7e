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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Views views = new Views();

    /** Makes the pages. */
    @Activate
    public PortalPages(@Reference Portal portal) {
        this.portal = portal;
    }

    /** Shows the form by which people ask for help. */
    @GET
    public Response form() {
        return page(200, views.ask(new Form(Map.of(), List.of()), List.of()));
    }

    /** Takes the form, and shows the receipt. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response ask(@Context CurrentCaller caller, List<EntityPart> parts) throws IOException {
        Form form = Form.read(parts, portal);
        try {
            Portal.Receipt receipt = portal.ask(
                    new Portal.Question(
                            form.field("name"),
                            form.field("email"),
                            form.field("subject"),
                            form.field("description"),
                            form.files()),
                    caller.remoteAddress());
            return page(201, views.receipt(receipt));
        } catch (SwitchboardException refusal) {
            return page(refusal.code().status(), views.ask(form, Views.errors(refusal)));
        }
    }

    /** Shows the ticket behind a private link. */
    @GET
    @Path("/follow/{token}")
    public Response follow(@PathParam("token") String token) {
        try {
            return page(200, views.follow(portal.follow(token), token, List.of(), ""));
        } catch (SwitchboardException refusal) {
            return page(refusal.code().status(), views.notice(refusal));
        }
    }

    /** Takes the customer's answer. */
    @POST
    @Path("/follow/{token}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response answer(@Context CurrentCaller caller, @PathParam("token") String token, List<EntityPart> parts)
            throws IOException {
        Portal.Followed followed;
        try {
            followed = portal.follow(token);
        } catch (SwitchboardException refusal) {
            return page(refusal.code().status(), views.notice(refusal));
        }
        Form form = Form.read(parts, portal);
        try {
            portal.answer(token, form.field("body"), form.files(), caller.remoteAddress());
            return Response.seeOther(URI.create("/follow/" + token)).build();
        } catch (SwitchboardException refusal) {
            return page(
                    refusal.code().status(), views.follow(followed, token, Views.errors(refusal), form.field("body")));
        }
    }

    /** Takes the customer's word on the solution. */
    @POST
    @Path("/follow/{token}/verification")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response verify(@Context CurrentCaller caller, @PathParam("token") String token, List<EntityPart> parts)
            throws IOException {
        Form form = Form.read(parts, portal);
        try {
            portal.verify(token, form.field("answer"), form.field("comment"), caller.remoteAddress());
            return Response.seeOther(URI.create("/follow/" + token)).build();
        } catch (SwitchboardException refusal) {
            return page(refusal.code().status(), views.notice(refusal));
        }
    }

    /** Takes what the customer says of how it went. */
    @POST
    @Path("/follow/{token}/survey")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response rate(@Context CurrentCaller caller, @PathParam("token") String token, List<EntityPart> parts)
            throws IOException {
        Form form = Form.read(parts, portal);
        try {
            portal.rate(token, form.fields(), caller.remoteAddress());
            return Response.seeOther(URI.create("/follow/" + token)).build();
        } catch (SwitchboardException refusal) {
            return page(refusal.code().status(), views.notice(refusal));
        }
    }

    /** Gives the pages their looks. */
    @GET
    @Path("/portal.css")
    @Produces("text/css; charset=utf-8")
    public Response style() throws IOException {
        try (InputStream style = Objects.requireNonNull(PortalPages.class.getResourceAsStream("portal.css"))) {
            return Response.ok(style.readAllBytes())
                    .header("Cache-Control", "public, max-age=3600")
                    .build();
        }
    }

    private static Response page(int status, String html) {
        return Response.status(status)
                .entity(html)
                .header("Cache-Control", "no-store")
                .build();
    }
}
