package io.switchboard.core.rest.knowledge;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.knowledge.KnowledgeBase.ArticleHit;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.knowledge.FindArticles;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Articles of the knowledge bases that plugins bring. */
@Path("/knowledge/articles")
@Produces(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = KnowledgeResource.class)
public final class KnowledgeResource {
    private static final int USUAL = 10;
    private static final int MOST = 50;

    private final FindArticles articles;

    /** Makes the resource. */
    @Activate
    public KnowledgeResource(@Reference FindArticles articles) {
        this.articles = articles;
    }

    /**
     * An article that was found.
     *
     * @param address where it can be read, relative to the desk's public address or absolute
     * @param internal whether customers must not see it
     */
    public record ArticleView(String id, String title, String summary, String address, boolean internal) {
        private static ArticleView of(ArticleHit hit) {
            return new ArticleView(hit.id(), hit.title(), hit.summary(), hit.address(), hit.internal());
        }
    }

    /** Finds articles. */
    @GET
    @Operation(summary = "Find articles that may answer a question", operationId = "findArticles")
    public Page<ArticleView> find(
            @Context Caller caller,
            @QueryParam("q") @Nullable String words,
            @QueryParam("language") @Nullable String language,
            @QueryParam("limit") @Nullable String limit) {
        return new Page<>(
                articles.handle(caller, words, language, Parameters.limit(limit, USUAL, MOST)).stream()
                        .map(ArticleView::of)
                        .toList(),
                null);
    }
}
