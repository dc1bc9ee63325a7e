package io.switchboard.example.knowledge;

import io.switchboard.api.knowledge.KnowledgeBase;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds articles by their words: one in the title counts as much as five in the text, and who has more of the words comes first. */
@Component
@SwitchboardPlugin(socket = "KnowledgeBase")
public final class FolderKnowledge implements KnowledgeBase {
    private static final long IN_TITLE = 5;
    private static final long MOST_IN_TEXT = 4;
    private static final int WORDS = 20;
    private static final Comparator<Found> BEST_FIRST = Comparator.comparingLong(Found::words)
            .thenComparingLong(Found::score)
            .reversed()
            .thenComparing(found -> found.article().id());

    private final ArticleFolder folder;
    private final String own;
    private final String portal;

    /** Takes the folder, and knows where its articles are read: on the customers' pages, those that are internal on its own. */
    @Activate
    public FolderKnowledge(@Reference ArticleFolder folder, @Reference PluginContext context) {
        this.folder = folder;
        String path = context.apiPath();
        this.own = path + "/articles/";
        this.portal = "/articles/" + path.substring(path.lastIndexOf('/') + 1) + "/";
    }

    private record Found(Article article, long words, long score) {}

    @Override
    public List<ArticleHit> find(String words, @Nullable String language, boolean internal, int limit) {
        List<String> asked =
                Article.words(words).stream().distinct().limit(WORDS).toList();
        return folder.articles().stream()
                .filter(article -> internal || !article.internal())
                .filter(article -> speaks(article, language))
                .map(article -> found(article, asked))
                .filter(found -> found.words() > 0)
                .sorted(BEST_FIRST)
                .limit(limit)
                .map(found -> hit(found.article()))
                .toList();
    }

    @Override
    public Optional<ArticleText> article(String id, @Nullable String language) {
        return folder.article(id)
                .map(article -> new ArticleText(article.title(), article.html(), null, article.internal()));
    }

    /** An article whose language is not said is for everybody; {@code de} is spoken by who asks for {@code de-AT}. */
    private static boolean speaks(Article article, @Nullable String language) {
        String own = article.language();
        return own == null
                || language == null
                || own.equals(Locale.forLanguageTag(language).getLanguage());
    }

    private static Found found(Article article, List<String> asked) {
        List<Long> scores = asked.stream()
                .map(word -> score(article, word))
                .filter(score -> score > 0)
                .toList();
        return new Found(
                article,
                scores.size(),
                scores.stream().mapToLong(Long::longValue).sum());
    }

    private static long score(Article article, String word) {
        long inText = Math.min(MOST_IN_TEXT, article.words().getOrDefault(word, 0L));
        return inText + (article.titleWords().contains(word) ? IN_TITLE : 0);
    }

    private ArticleHit hit(Article article) {
        String address = (article.internal() ? own : portal) + article.id();
        return new ArticleHit(article.id(), article.title(), article.summary(), address, article.internal());
    }
}
