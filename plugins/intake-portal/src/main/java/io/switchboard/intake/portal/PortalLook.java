package io.switchboard.intake.portal;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ui.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.osgi.service.metatype.annotations.Designate;

/** The desk's own colour and logo for the pages of customers, below {@code /x/intake-portal/look}. */
@Path("/look")
@Access(Access.Who.ANYBODY)
@JakartarsResource
@Component(
        service = {PortalLook.class, PluginHealth.class},
        property = "switchboard.web=pages")
@Designate(ocd = LookSettings.class)
@SwitchboardPlugin(socket = "PluginHealth")
public final class PortalLook implements PluginHealth {
    private volatile Look look;

    /** Takes the settings. */
    @Activate
    public PortalLook(LookSettings settings) {
        this.look = Look.of(settings);
    }

    /** Takes new settings: the next page is drawn with them. */
    @Modified
    void change(LookSettings settings) {
        look = Look.of(settings);
    }

    Look now() {
        return look;
    }

    @Override
    public State check() {
        Look now = look;
        return now.wrong().isEmpty()
                ? State.WELL
                : new State(
                        Grade.YELLOW,
                        String.join(" ", now.wrong()) + " It is left out until the settings are put right.");
    }

    /** Gives the rules for the colour. */
    @GET
    @Path("/{version}/styles.css")
    @Produces("*/*")
    public Response styles(@PathParam("version") String version) {
        Look now = of(version);
        return kept(now.styles(), "text/css; charset=utf-8");
    }

    /** Gives the logo. */
    @GET
    @Path("/{version}/logo")
    @Produces("*/*")
    public Response logo(@PathParam("version") String version) {
        Logo logo = of(version).logo();
        if (logo == null) {
            throw SwitchboardException.notFound("file");
        }
        return kept(logo.content(), logo.type());
    }

    private Look of(String version) {
        Look now = look;
        if (!now.version().equals(version)) {
            throw SwitchboardException.notFound("file");
        }
        return now;
    }

    private static Response kept(Object content, String type) {
        return Response.ok(content, type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .build();
    }
}
