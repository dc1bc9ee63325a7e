package io.switchboard.example.handover;

import io.switchboard.api.people.Right;
import io.switchboard.api.ui.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.osgi.service.metatype.annotations.Designate;

/** The questions, for whoever may answer them: {@code GET /api/v1/x/example-panel/questions}. */
@Path("questions")
@Produces(MediaType.APPLICATION_JSON)
@JakartarsResource
@Designate(ocd = HandOverSettings.class)
@Component(service = Questions.class)
public final class Questions {
    private final List<String> questions;

    /** Takes those of the settings that say something. */
    @Activate
    public Questions(HandOverSettings settings) {
        this(Arrays.asList(settings.questions()));
    }

    Questions(List<String> questions) {
        this.questions = questions.stream()
                .map(String::strip)
                .filter(question -> !question.isEmpty())
                .toList();
    }

    /** Lists them. */
    @GET
    @Access(value = Access.Who.SIGNED_IN, rights = Right.TICKET_NOTE)
    public Map<String, List<String>> list() {
        return Map.of("items", questions);
    }
}
