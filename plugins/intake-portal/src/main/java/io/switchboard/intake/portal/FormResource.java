package io.switchboard.intake.portal;

import io.switchboard.api.intake.FormQuestion;
import io.switchboard.api.intake.RequestForms;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.api.ui.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What a form can ask, as JSON, below {@code /api/v1/x/intake-portal/form}. */
@Path("/form")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Who.ANYBODY)
@JakartarsResource
@Component(service = FormResource.class)
public final class FormResource {
    private final RequestForms forms;
    private final PortalLook look;

    /** Makes the resource. */
    @Activate
    public FormResource(@Reference RequestForms forms, @Reference PortalLook look) {
        this.forms = forms;
        this.look = look;
    }

    /**
     * What can be chosen, and what is asked then.
     *
     * @param types the ids of the types of requests
     * @param questions those of the category that was named; none if none was
     */
    public record FormView(List<String> types, List<CategoryView> categories, List<QuestionView> questions) {}

    /** A category. */
    public record CategoryView(
            String id, String name, @Nullable String description) {}

    /** A question; answers to a yes or no are {@code yes} and {@code no}. */
    public record QuestionView(String id, String text, String kind, List<String> choices, boolean required) {
        private static QuestionView of(FormQuestion question) {
            return new QuestionView(
                    question.id(),
                    question.text(),
                    question.kind().name().toLowerCase(Locale.ROOT),
                    question.choices(),
                    question.required());
        }
    }

    /** Tells what can be chosen, and what is asked about a category. */
    @GET
    public FormView form(@QueryParam("category") @Nullable String category) {
        return new FormView(
                look.now().types().stream().map(TicketType::id).toList(),
                forms.categories().stream()
                        .map(offered -> new CategoryView(offered.path(), offered.name(), offered.description()))
                        .toList(),
                forms.questions(category).stream().map(QuestionView::of).toList());
    }
}
