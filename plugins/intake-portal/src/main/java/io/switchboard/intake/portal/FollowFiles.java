package io.switchboard.intake.portal;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.files.Downloads;
import io.switchboard.api.ui.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The files of a thread, behind its private link; never so that a browser makes a page of one. */
@Path("/follow/{token}/files")
@Produces("*/*")
@Access(Access.Who.ANYBODY)
@JakartarsResource
@Component(service = FollowFiles.class, property = "switchboard.web=pages")
public final class FollowFiles {
    private final Portal portal;
    private final Frame frame;

    /** Makes it. */
    @Activate
    public FollowFiles(@Reference Portal portal, @Reference PortalFiles files, @Reference PortalLook look) {
        this.portal = portal;
        this.frame = new Frame(files.files(), look);
    }

    /** Gives a file. */
    @GET
    @Path("/{file}")
    public Response file(@Context HttpHeaders asked, @PathParam("token") String token, @PathParam("file") String file)
            throws IOException {
        try {
            return content(portal.file(token, file));
        } catch (SwitchboardException refusal) {
            Response page = frame.notice(Words.of(asked), refusal);
            page.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
            return page;
        }
    }

    private static Response content(Downloads.Download download) {
        StreamingOutput body = out -> {
            try (InputStream content = download.content()) {
                content.transferTo(out);
            }
        };
        return Response.ok(body, download.file().type())
                .header(HttpHeaders.CONTENT_LENGTH, download.file().size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition(download.file().name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** The name in ASCII for old browsers, and as it is for all others (RFC 6266, RFC 8187). */
    private static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
