package io.switchboard.example.knowledge;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ui.Access;
import io.switchboard.api.ui.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The pages of the articles, below {@code /api/v1/x/example-knowledge/articles}. They need no script. */
@Path("articles")
@JakartarsResource
@Component(service = ArticlePages.class)
public final class ArticlePages {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String STYLE = "style.css";

    private final ArticleFolder folder;

    /** Takes the folder. */
    @Activate
    public ArticlePages(@Reference ArticleFolder folder) {
        this.folder = folder;
    }

    /** Shows an article. To whoever may not read it, it is not there. */
    @GET
    @Path("{id: .+}")
    @Produces(HTML)
    @Access(Access.Who.ANYBODY)
    public Response show(@Context CurrentCaller caller, @PathParam("id") String id) {
        return Response.ok(page(caller, id), HTML)
                .header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-cache")
                .build();
    }

    String page(CurrentCaller caller, String id) {
        return folder.article(id)
                .filter(article -> !article.internal() || caller.rights().contains(Right.TICKET_NOTE))
                .map(ArticlePages::page)
                .orElseThrow(() -> SwitchboardException.notFound("article"));
    }

    /** Gives the pages their look. */
    @GET
    @Path(STYLE)
    @Produces("text/css;charset=UTF-8")
    @Access(Access.Who.ANYBODY)
    public String style() throws IOException {
        try (InputStream style = Objects.requireNonNull(ArticlePages.class.getResourceAsStream(STYLE))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String page(Article article) {
        String language = article.language() == null ? "" : " lang=\"" + article.language() + "\"";
        // An article may lie in folders, so the way to the style is as deep as the article.
        String up = "../"
                .repeat((int) article.id().chars().filter(sign -> sign == '/').count());
        return "<!DOCTYPE html><html" + language + "><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                + escape(article.title()) + "</title><link rel=\"stylesheet\" href=\"" + up + STYLE
                + "\"></head><body><main><h1>" + escape(article.title()) + "</h1>"
                + article.html()
                + "</main></body></html>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
