package io.switchboard.intake.portal;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ui.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The looks of the portal's pages, and the scripts of its front page, below {@code /x/intake-portal/assets}. */
@Path("/assets")
@Access(Access.Who.ANYBODY)
@JakartarsResource
@Component(service = PortalFiles.class, property = "switchboard.web=pages")
public final class PortalFiles {
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");

    private final PageScripts files;

    /** Reads the files of the bundle. */
    @Activate
    public PortalFiles(BundleContext bundles) {
        this.files = PageScripts.of(bundles.getBundle());
    }

    PageScripts files() {
        return files;
    }

    /** Gives a file of this version; a browser need never ask for it again. */
    @GET
    @Path("/{version}/{path: .+}")
    @Produces("*/*")
    public Response asset(@PathParam("version") String version, @PathParam("path") String path) {
        byte[] file = files.file(version, path);
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (file == null || type == null) {
            throw SwitchboardException.notFound("file");
        }
        return Response.ok(file, type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .build();
    }
}
