package io.switchboard.api.knowledge;

import io.switchboard.api.knowledge.KnowledgeBase.ArticleHit;
import io.switchboard.api.knowledge.KnowledgeBase.ArticleText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What customers may read of all knowledge bases, for channels that show it to them. Get it as an OSGi service; it may be used
 * from any thread but not from inside an Advisor or a Guard. Each call waits at most a second for each knowledge base; one
 * that does not answer is left out.
 */
@ProviderType
public interface Articles {
    /** Returns whether there is a knowledge base at the moment. */
    boolean installed();

    /**
     * Finds articles, the best of each knowledge base first.
     *
     * @param words what somebody typed, at most 400 characters
     * @param language a BCP 47 tag, or null for any
     * @param limit how many at most, from 1 to 50
     * @throws io.switchboard.api.error.SwitchboardException with {@code invalid-field}, {@code feature-not-installed} if
     *     there is no knowledge base, or {@code plugin-failed} if none answers
     */
    List<ArticleHit> find(String words, @Nullable String language, int limit);

    /**
     * Returns an article with HTML that is safe to show, or nothing if there is none for customers.
     *
     * @param plugin the id of the plugin whose knowledge base has it
     * @param id the knowledge base's own name for it
     * @param language a BCP 47 tag, or null for any
     * @throws io.switchboard.api.error.SwitchboardException with {@code plugin-failed} if the knowledge base does not answer
     */
    Optional<ArticleText> article(String plugin, String id, @Nullable String language);
}
