package io.switchboard.core.desk.knowledge;

import io.switchboard.api.knowledge.Articles;
import io.switchboard.api.knowledge.KnowledgeBase.ArticleHit;
import io.switchboard.api.knowledge.KnowledgeBase.ArticleText;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.core.desk.conversation.Bodies;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What customers may read of the knowledge bases, for channels of plugins (WO1). */
@Component(service = Articles.class)
public final class CustomersArticles implements Articles {
    private final FindArticles articles;

    /** Makes it. */
    @Activate
    public CustomersArticles(@Reference FindArticles articles) {
        this.articles = articles;
    }

    @Override
    public boolean installed() {
        return articles.installed();
    }

    @Override
    public List<ArticleHit> find(String words, @Nullable String language, int limit) {
        return articles.find(words, language, false, limit);
    }

    @Override
    public Optional<ArticleText> article(String plugin, String id, @Nullable String language) {
        return articles.read(plugin, id, language)
                .filter(article -> !article.internal())
                .map(article -> new ArticleText(
                        article.title(), Bodies.toHtml(article.html(), BodyFormat.HTML), article.changedAt(), false));
    }
}
