package io.switchboard.api.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * <b>Provider.</b> Finds articles that may answer a question.
 *
 * <p>Register it as an OSGi service. Called on any thread, several at once; 1 s for an answer. Results of several are
 * shown in the order of service ranking, then plugin id, each provider's best first.
 */
public interface KnowledgeBase {
    /**
     * Finds articles.
     *
     * @param words what somebody typed, at most 400 characters
     * @param language a BCP 47 tag, or null for any
     * @param internal whether the reader may see articles that are not public
     * @param limit how many at most, from 1 to 50
     * @return the best first
     */
    List<ArticleHit> find(String words, @Nullable String language, boolean internal, int limit);

    /**
     * An article that was found.
     *
     * @param id the provider's own name for it
     * @param title its title
     * @param summary a few sentences of plain text
     * @param address where it can be read, relative to the desk's public address or absolute
     * @param internal whether customers must not see it
     */
    record ArticleHit(String id, String title, String summary, String address, boolean internal) {}
}
