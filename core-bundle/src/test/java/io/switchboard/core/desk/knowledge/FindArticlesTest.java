package io.switchboard.core.desk.knowledge;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.knowledge.KnowledgeBase;
import io.switchboard.api.knowledge.KnowledgeBase.ArticleHit;
import io.switchboard.api.knowledge.KnowledgeBase.ArticleText;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.FakeRegistry;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is found in the knowledge bases of plugins (WO1). */
class FindArticlesTest {
    private static final Caller AGENT = caller(BuiltInRole.AGENT);
    private static final Caller CUSTOMER = caller(BuiltInRole.CUSTOMER);
    private static final ArticleHit PUBLIC = new ArticleHit("1", "Printing", "How to print", "/x/kb/1", false);
    private static final ArticleHit INTERNAL = new ArticleHit("2", "Spooler", "Root", "https://kb.example/2", true);

    private final FakeRegistry registry = new FakeRegistry();
    private final FindArticles find = new FindArticles(registry, new Direct());

    /** Asks on the thread of the test, so that no time matters. */
    private static final class Direct implements PluginCalls {
        @Override
        public <S, T> Answer<T> ask(SocketService<S> service, Duration limit, Question<S, T> question) {
            try {
                return new Answer.Given<>(service.plugin(), question.putTo(service.service()));
            } catch (Exception thrown) {
                return new Answer.Failed<>(service.plugin(), Answer.Kind.THREW, String.valueOf(thrown.getMessage()));
            }
        }

        @Override
        public <S, T> List<Answer<T>> askAll(List<SocketService<S>> services, Duration limit, Question<S, T> question) {
            return services.stream()
                    .map(service -> ask(service, limit, question))
                    .toList();
        }
    }

    private static Caller caller(BuiltInRole role) {
        return Caller.person(new PersonId(new UUID(0, 1)), role.rights(), "api");
    }

    private void base(String plugin, KnowledgeBase base) {
        registry.add(KnowledgeBase.class, plugin, base, Map.of());
    }

    @Test
    void withoutAKnowledgeBaseItIsSaidThatNoneIsInstalled() {
        assertThat(refused(ErrorCode.FEATURE_NOT_INSTALLED, () -> find.handle(AGENT, "print", null, 10))
                        .details())
                .containsEntry("feature", "knowledge");
        refused(ErrorCode.SIGN_IN_REQUIRED, () -> find.handle(Caller.anonymous("api"), "print", null, 10));
    }

    @Test
    void customersAreShownOnlyWhatIsPublicWhateverAPluginSays() {
        base("kb", (words, language, internal, limit) -> List.of(PUBLIC, INTERNAL));
        assertThat(find.handle(AGENT, " print ", "de", 10)).containsExactly(PUBLIC, INTERNAL);
        assertThat(find.handle(CUSTOMER, "print", null, 10)).containsExactly(PUBLIC);
        assertThat(find.handle(AGENT, "print", null, 1)).containsExactly(PUBLIC);
    }

    @Test
    void oneThatFailsOrAnswersNonsenseIsLeftOutAndAllThatFailAreAFailure() {
        base("broken", (words, language, internal, limit) -> {
            throw new IllegalStateException("no index");
        });
        base(
                "script",
                (words, language, internal, limit) ->
                        List.of(new ArticleHit("3", "Click", "me", "javascript:alert(1)", false)));
        refused(ErrorCode.PLUGIN_FAILED, () -> find.handle(AGENT, "print", null, 10));
        base("whole", (words, language, internal, limit) -> List.of(PUBLIC));
        assertThat(find.handle(AGENT, "print", null, 10)).containsExactly(PUBLIC);
    }

    @Test
    void wordsAndLanguageAreChecked() {
        assertThat(refused(ErrorCode.INVALID_FIELD, () -> find.handle(AGENT, null, "de_DE!", 10))
                        .fields())
                .extracting(FieldError::field)
                .containsExactly("q", "language");
        refused(ErrorCode.INVALID_FIELD, () -> find.handle(AGENT, "w".repeat(401), null, 10));
    }

    @Test
    void customersReadWhatIsPublicAndItIsMadeSafe() {
        CustomersArticles customers = new CustomersArticles(find);
        assertThat(customers.installed()).isFalse();
        base("kb", telling(new ArticleText("Printing", "<p onclick=x>How</p><script>alert(1)</script>", null, false)));
        base("secret", telling(new ArticleText("Spooler", "<p>root</p>", null, true)));

        assertThat(customers.installed()).isTrue();
        assertThat(customers.article("kb", "1", "de")).contains(new ArticleText("Printing", "<p>How</p>", null, false));
        assertThat(customers.article("kb", "2", null)).isEmpty();
        assertThat(customers.article("secret", "1", null)).isEmpty();
        assertThat(customers.article("nowhere", "1", null)).isEmpty();
        assertThat(customers.article("kb", "1".repeat(201), null)).isEmpty();
        assertThat(customers.article("kb", " ", null)).isEmpty();
    }

    @Test
    void anArticleThatNobodyCouldReadIsAFailureOfItsPlugin() {
        base("kb", telling(new ArticleText("Long", "x".repeat((1 << 20) + 1), null, false)));

        refused(ErrorCode.PLUGIN_FAILED, () -> new CustomersArticles(find).article("kb", "1", null));
    }

    private static KnowledgeBase telling(ArticleText article) {
        return new KnowledgeBase() {
            @Override
            public List<ArticleHit> find(String words, @Nullable String language, boolean internal, int limit) {
                return List.of();
            }

            @Override
            public Optional<ArticleText> article(String id, @Nullable String language) {
                return id.equals("1") ? Optional.of(article) : Optional.empty();
            }
        };
    }
}
