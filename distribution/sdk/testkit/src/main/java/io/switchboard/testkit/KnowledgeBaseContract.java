package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.knowledge.KnowledgeBase;
import io.switchboard.api.knowledge.KnowledgeBase.ArticleHit;
import io.switchboard.testkit.data.HostileTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link KnowledgeBase} must do. */
public interface KnowledgeBaseContract {
    /** Returns the knowledge base under test, with a few articles. */
    KnowledgeBase testee();

    /** Returns words that find at least one article that is public. */
    String wordsThatFind();

    /** Articles are found, no more than asked for, and complete. */
    @Test
    default void findsArticles() {
        List<ArticleHit> hits = testee().find(wordsThatFind(), null, true, 50);
        assertThat(hits).isNotEmpty().hasSizeLessThanOrEqualTo(50);
        assertThat(hits).extracting(ArticleHit::id).doesNotHaveDuplicates();
        hits.forEach(hit -> Checks.line(hit.title(), "title"));
        assertThat(testee().find(wordsThatFind(), null, true, 1)).hasSize(1);
    }

    /** A reader from outside never sees what is internal. */
    @Test
    default void keepsInternalArticlesFromCustomers() {
        assertThat(testee().find(wordsThatFind(), null, false, 50)).noneMatch(ArticleHit::internal);
    }

    /** An article that can be read as a page is whole and as public as it was found to be, and what is not there is nothing. */
    @Test
    default void tellsArticlesAsTheyWereFound() {
        for (ArticleHit hit : testee().find(wordsThatFind(), null, true, 50)) {
            testee().article(hit.id(), null).ifPresent(article -> {
                Checks.line(article.title(), "title");
                assertThat(article.html()).as(hit.id()).isNotBlank().hasSizeLessThanOrEqualTo(1 << 20);
                assertThat(article.internal()).as(hit.id()).isEqualTo(hit.internal());
            });
        }
        for (String text : HostileTexts.all()) {
            assertThat(testee().article("no-such-article " + text, "en")).isEmpty();
        }
    }

    /** Whatever is typed has an answer. */
    @Test
    default void answersWhateverIsTyped() {
        for (String text : HostileTexts.all()) {
            String words = text.substring(0, Math.min(text.length(), 400));
            assertThat(testee().find(words, "en", true, 5)).hasSizeLessThanOrEqualTo(5);
        }
    }

    /** The same words find the same, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        KnowledgeBase knowledge = testee();
        Checks.sameOnEveryThread(() -> knowledge.find(wordsThatFind(), null, true, 10));
    }
}
