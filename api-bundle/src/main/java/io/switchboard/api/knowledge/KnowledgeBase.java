package io.switchboard.api.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
     * Returns an article as it is read. Customers read it at {@code /articles/{plugin id}/{id}} of the portal; a knowledge base
     * whose articles are read elsewhere leaves this out.
     *
     * @param id its own name for it; somebody may have typed it
     * @param language a BCP 47 tag, or null for any
     * @return nothing if there is no such article
     */
    default Optional<ArticleText> article(String id, @Nullable String language) {
        return Optional.empty();
    }

    /**
     * An article with its text.
     *
     * @param title its title
     * @param html its text, at most 1 MiB; the desk takes out what could do harm before it is shown
     * @param changedAt when it was last changed, or null if that is not known
     * @param internal whether customers must not see it
     */
    record ArticleText(String title, String html, @Nullable Instant changedAt, boolean internal) {}

    /**
     * An article that was found.
     *
     * @param id the provider's own name for it
     * @param title its title
     * @param summary a few sentences of plain text
     * @param address where it can be read, relative to the desk's public address, such as {@code
     *     /articles/{plugin id}/{id}}, or absolute
     * @param internal whether customers must not see it
     */
    record ArticleHit(String id, String title, String summary, String address, boolean internal) {}
}
