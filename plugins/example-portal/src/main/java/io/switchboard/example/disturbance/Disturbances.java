package io.switchboard.example.disturbance;

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

/** What the settings say, for anybody, since nobody is signed in there: {@code GET /api/v1/x/example-portal/told}. */
@Path("told")
@Produces(MediaType.APPLICATION_JSON)
@JakartarsResource
@Designate(ocd = DisturbanceSettings.class)
@Component(service = Disturbances.class)
public final class Disturbances {
    private final List<String> disturbances;
    private final List<String> places;

    /** Takes those lines of the settings that say something. */
    @Activate
    public Disturbances(DisturbanceSettings settings) {
        this(Arrays.asList(settings.disturbances()), Arrays.asList(settings.places()));
    }

    Disturbances(List<String> disturbances, List<String> places) {
        this.disturbances = said(disturbances);
        this.places = said(places);
    }

    private static List<String> said(List<String> lines) {
        return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Tells them. */
    @GET
    @Access(Access.Who.ANYBODY)
    public Map<String, List<String>> told() {
        return Map.of("disturbances", disturbances, "places", places);
    }
}
