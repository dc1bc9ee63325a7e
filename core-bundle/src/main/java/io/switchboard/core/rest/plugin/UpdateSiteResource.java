package io.switchboard.core.rest.plugin;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.plugins.site.Site;
import io.switchboard.core.plugins.site.UpdateSites;
import io.switchboard.core.plugins.site.UpdateSites.Sites;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Which update sites the desk trusts. */
@Component(service = UpdateSiteResource.class)
@JakartarsResource
@Path("update-sites")
@Produces(MediaType.APPLICATION_JSON)
public final class UpdateSiteResource {
    private final UpdateSites sites;

    /** Makes the resource. */
    @Activate
    public UpdateSiteResource(@Reference UpdateSites sites) {
        this.sites = sites;
    }

    /**
     * The sites.
     *
     * @param sites in the order in which they count
     */
    public record UpdateSitesView(List<UpdateSiteView> sites) {
        /** Keeps a copy. */
        public UpdateSitesView {
            sites = List.copyOf(sites);
        }
    }

    /** A site. */
    public record UpdateSiteView(String name, String address, String key) {
        static UpdateSiteView of(Site site) {
            return new UpdateSiteView(site.name(), site.address(), site.key());
        }
    }

    /** The sites as they are wanted. */
    public record UpdateSitesRequest(@Nullable List<@Nullable UpdateSiteRequest> sites) {}

    /** A site as it is wanted. */
    public record UpdateSiteRequest(
            @Nullable String name,
            @Nullable String address,
            @Nullable String key) {}

    /** Reads the sites. */
    @GET
    @Operation(summary = "List the update sites that the desk trusts", operationId = "listUpdateSites")
    public Response list(@Context Caller caller) {
        return answer(sites.get(caller));
    }

    /** Replaces the sites. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say which update sites the desk trusts", operationId = "putUpdateSites")
    public Response replace(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            UpdateSitesRequest request) {
        List<@Nullable UpdateSiteRequest> wanted = request.sites();
        if (wanted == null) {
            throw SwitchboardException.field("sites", "must be a list of sites");
        }
        List<Site> all = new ArrayList<>();
        for (UpdateSiteRequest site : wanted) {
            if (site == null) {
                throw SwitchboardException.field("sites", "must have a name, an address and a key each");
            }
            all.add(new Site(text(site.name()), text(site.address()), text(site.key())));
        }
        return answer(sites.replace(caller, new Sites(all), Parameters.requiredIfMatch(match)));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static Response answer(Versioned<Sites> versioned) {
        return Response.ok(new UpdateSitesView(versioned.content().sites().stream()
                        .map(UpdateSiteView::of)
                        .toList()))
                .header(HttpHeaders.ETAG, Parameters.etag(versioned.version()))
                .build();
    }
}
