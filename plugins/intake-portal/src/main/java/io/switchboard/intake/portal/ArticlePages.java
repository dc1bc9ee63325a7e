package io.switchboard.intake.portal;

import com.samskivert.mustache.Template;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.knowledge.Articles;
import io.switchboard.api.knowledge.KnowledgeBase.ArticleHit;
import io.switchboard.api.knowledge.KnowledgeBase.ArticleText;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.ui.Access;
import io.switchboard.api.ui.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What knowledge bases have for customers: what is found, and each article as a page. */
@Path("/articles")
@Produces("text/html; charset=utf-8")
@Access(Access.Who.ANYBODY)
@JakartarsResource
@Component(service = ArticlePages.class, property = "switchboard.web=pages")
public final class ArticlePages {
    private static final int SHOWN = 20;
    private static final int LONGEST = 400;
    /** Somebody who types asks often: a page asks at most every half second while they do. */
    private static final int PER_ADDRESS = 1_000;

    private final Articles articles;
    private final Frame frame;
    private final FormBudget budget;
    private final Template found = Frame.template("articles.html");
    private final Template one = Frame.template("article.html");

    /** Makes the pages. */
    @Activate
    public ArticlePages(
            @Reference Articles articles,
            @Reference PortalFiles files,
            @Reference PortalLook look,
            @Reference PluginContext context) {
        this.articles = articles;
        this.frame = new Frame(files.files(), look);
        this.budget = new FormBudget(context.clock(), PER_ADDRESS);
    }

    /** Shows what is found for some words. */
    @GET
    public Response find(
            @Context CurrentCaller caller, @Context HttpHeaders asked, @QueryParam("q") @Nullable String typed) {
        Words words = Words.of(asked);
        String text = typed == null ? "" : typed.strip();
        String question =
                text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
        try {
            budget.spend(caller.remoteAddress());
            List<ArticleHit> hits =
                    question.isEmpty() ? List.of() : articles.find(question, words.text("language"), SHOWN);
            Map<String, Object> data = new HashMap<>();
            data.put("question", question);
            data.put("asked", !question.isEmpty());
            data.put("hits", hits.stream().map(ArticlePages::hit).toList());
            data.put("none", hits.isEmpty());
            return frame.page(200, words, words.text("articlesTitle"), found, data);
        } catch (SwitchboardException refusal) {
            return frame.notice(words, refusal);
        }
    }

    /** Shows an article. */
    @GET
    @Path("/{plugin}/{id: .+}")
    public Response article(
            @Context CurrentCaller caller,
            @Context HttpHeaders asked,
            @PathParam("plugin") String plugin,
            @PathParam("id") String id) {
        Words words = Words.of(asked);
        try {
            budget.spend(caller.remoteAddress());
            ArticleText article = articles.article(plugin, id, words.text("language"))
                    .orElseThrow(() -> SwitchboardException.notFound("article"));
            Map<String, Object> data = new HashMap<>();
            data.put("title", article.title());
            data.put("html", article.html());
            data.put("changed", words.text("articleChanged", article.changedAt()));
            return frame.page(200, words, article.title(), one, data);
        } catch (SwitchboardException refusal) {
            return frame.notice(words, refusal);
        }
    }

    private static Map<String, Object> hit(ArticleHit hit) {
        return Map.of("title", hit.title(), "summary", hit.summary(), "address", hit.address());
    }
}
