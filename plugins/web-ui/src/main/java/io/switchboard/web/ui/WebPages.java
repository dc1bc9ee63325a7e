package io.switchboard.web.ui;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ui.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/**
 * The pages of agents and of administrators, for every address below {@code /desk} and {@code /admin}, and the files that
 * they load, below {@code /x/web-ui}. They hold nothing of the desk's, so anybody may have them; what they show is asked
 * of the API by who is signed in.
 */
@Path("/")
@Produces("text/html; charset=utf-8")
@Access(Access.Who.ANYBODY)
@JakartarsResource
@Component(service = WebPages.class, property = "switchboard.web=pages")
public final class WebPages {
    private static final String POLICY = "Content-Security-Policy";
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");
    /** For the frame in which a letter's remote images are shown once somebody asks for them: no script runs in it. */
    private static final String LETTER_POLICY =
            "default-src 'none'; img-src https: http: data:; style-src 'self'; frame-ancestors 'self'; base-uri 'none'; "
                    + "form-action 'none'";

    private final Bundled files;
    /** The page of each area, by the address below which it stands. */
    private final Map<String, AreaPage> areas;

    private final String letter;

    /** Reads the files of the bundle. */
    @Activate
    public WebPages(BundleContext bundles) {
        this(Bundled.of(bundles.getBundle()));
    }

    WebPages(Bundled files) {
        this.files = files;
        this.areas = Map.of("/desk/", AreaPage.desk(files), "/admin/", AreaPage.admin(files));
        this.letter = files.text("page/letter.html").replace("{{base}}", "/x/web-ui/assets/" + files.version() + "/");
    }

    /** Shows an area. */
    @GET
    public Response start(@Context UriInfo address) {
        return area(address);
    }

    /** Shows an area; its script knows which of its places the address names. */
    @GET
    @Path("{address: .+}")
    public Response deeper(@Context UriInfo address) {
        return area(address);
    }

    /** Gives a file of this version; a browser need never ask for it again. */
    @GET
    @Path("assets/{version}/{path: .+}")
    @Produces("*/*")
    public Response asset(@PathParam("version") String version, @PathParam("path") String path) {
        byte[] file = files.version().equals(version) ? files.file(path) : null;
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (file == null || type == null) {
            throw SwitchboardException.notFound("file");
        }
        return Response.ok(file, type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .build();
    }

    /** Gives the empty frame for a letter with remote images. */
    @GET
    @Path("letter")
    public Response letter(@Context UriInfo address) {
        if (areas.containsKey(address.getBaseUri().getPath())) {
            return area(address);
        }
        return Response.ok(letter)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(POLICY, LETTER_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private Response area(UriInfo address) {
        AreaPage page = areas.get(address.getBaseUri().getPath());
        if (page == null) {
            throw SwitchboardException.notFound("page");
        }
        return Response.ok(page.html())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(POLICY, page.policy())
                .build();
    }
}
