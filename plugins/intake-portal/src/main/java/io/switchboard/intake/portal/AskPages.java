package io.switchboard.intake.portal;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.intake.RequestForms;
import io.switchboard.api.knowledge.Articles;
import io.switchboard.api.ui.Access;
import io.switchboard.api.ui.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The page on which people ask for help: plain HTML that needs no script. */
@Path("/")
@Produces("text/html; charset=utf-8")
@Access(Access.Who.ANYBODY)
@JakartarsResource
@Component(service = AskPages.class, property = "switchboard.web=pages")
public final class AskPages {
    private final Portal portal;
    private final Frame frame;
    private final AskView view;

    /** Makes the page. */
    @Activate
    public AskPages(
            @Reference Portal portal,
            @Reference PortalFiles files,
            @Reference PortalLook look,
            @Reference RequestForms forms,
            @Reference Articles articles) {
        this.portal = portal;
        this.frame = new Frame(files.files(), look);
        this.view = new AskView(frame, portal, forms, articles);
    }

    /** Shows the form, as it fits what is asked about. */
    @GET
    public Response form(
            @Context HttpHeaders asked,
            @QueryParam("type") @Nullable String type,
            @QueryParam("category") @Nullable String category) {
        Topic topic = Topic.of(type, category);
        return view.form(
                200, Words.of(asked), Form.of(Map.of("type", topic.type(), "category", topic.category())), List.of());
    }

    /** Takes the form, and shows the receipt; or shows it as it fits what was chosen, which needs no script. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response ask(@Context CurrentCaller caller, @Context HttpHeaders asked, List<EntityPart> parts)
            throws IOException {
        Words words = Words.of(asked);
        Form form;
        try {
            form = Form.read(parts, portal);
        } catch (SwitchboardException refusal) {
            return frame.notice(words, refusal);
        }
        if (form.fields().containsKey("step")) {
            return view.form(200, words, form, List.of());
        }
        try {
            return view.receipt(words, portal.ask(form.request(), caller.remoteAddress()));
        } catch (SwitchboardException refusal) {
            return view.form(refusal.code().status(), words, form, words.faults(refusal, view.labels(form.topic())));
        }
    }
}
