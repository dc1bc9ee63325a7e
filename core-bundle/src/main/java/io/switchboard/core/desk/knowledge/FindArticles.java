package io.switchboard.core.desk.knowledge;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.knowledge.KnowledgeBase;
import io.switchboard.api.knowledge.KnowledgeBase.ArticleHit;
import io.switchboard.api.knowledge.KnowledgeBase.ArticleText;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds articles that may answer a question (WO1), in all knowledge bases that plugins bring. */
@Component(service = FindArticles.class)
public final class FindArticles {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int WORDS = 400;
    private static final int ID = 200;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    /** An address of any other kind could be a script. */
    private static final Pattern ADDRESS = Pattern.compile("/.*|https?://.*");

    private final SocketRegistry registry;
    private final PluginCalls calls;

    /** Makes the use case. */
    @Activate
    public FindArticles(@Reference SocketRegistry registry, @Reference PluginCalls calls) {
        this.registry = registry;
        this.calls = calls;
    }

    /**
     * Finds articles, the best of each knowledge base first. One that does not answer within a second is left out.
     *
     * @param words what somebody typed
     * @param language a BCP 47 tag, or null for any
     * @param limit how many at most, from 1 to 50
     * @return only what the caller may read: those that are not public are for people of the desk
     * @throws SwitchboardException with {@code invalid-field}, {@code feature-not-installed} if there is no knowledge base, or
     *     {@code plugin-failed} if none answers
     */
    public List<ArticleHit> handle(Caller caller, @Nullable String words, @Nullable String language, int limit) {
        AccessPolicy.requireKnown(caller);
        return find(words, language, caller.staff(), limit);
    }

    /** Returns whether there is a knowledge base at the moment. */
    boolean installed() {
        return !registry.services(KnowledgeBase.class).isEmpty();
    }

    /** Finds articles for somebody who may read what is internal, or may not. */
    List<ArticleHit> find(@Nullable String words, @Nullable String language, boolean internal, int limit) {
        Limits limits = new Limits().line("q", words, WORDS);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            limits.wrong("language", "must be a BCP 47 tag, for example de or pt-BR");
        }
        limits.check();
        List<SocketService<KnowledgeBase>> bases = registry.services(KnowledgeBase.class);
        if (bases.isEmpty()) {
            throw notInstalled();
        }
        String asked = String.valueOf(words).strip();
        List<Answer<List<ArticleHit>>> answers =
                calls.askAll(bases, LIMIT, base -> whole(base.find(asked, language, internal, limit)));
        if (answers.stream().allMatch(answer -> answer instanceof Answer.Failed<?>)) {
            throw new SwitchboardException(
                    ErrorCode.PLUGIN_FAILED, "The knowledge base does not answer at the moment; try again later");
        }
        return answers.stream()
                .flatMap(FindArticles::found)
                .filter(hit -> internal || !hit.internal())
                .limit(limit)
                .toList();
    }

    /**
     * Returns an article, or nothing if there is none.
     *
     * @throws SwitchboardException with {@code plugin-failed} if the knowledge base does not answer
     */
    Optional<ArticleText> read(String plugin, String id, @Nullable String language) {
        if (id.isBlank() || id.length() > ID) {
            return Optional.empty();
        }
        Optional<SocketService<KnowledgeBase>> base = registry.services(KnowledgeBase.class).stream()
                .filter(service -> service.plugin().equals(plugin))
                .findFirst();
        if (base.isEmpty()) {
            return Optional.empty();
        }
        Answer<Optional<ArticleText>> answer =
                calls.ask(base.get(), LIMIT, asked -> readable(asked.article(id, language)));
        if (answer instanceof Answer.Given<Optional<ArticleText>> given) {
            return given.value();
        }
        throw new SwitchboardException(
                ErrorCode.PLUGIN_FAILED, "The knowledge base does not answer at the moment; try again later");
    }

    /** Refuses an article that nobody could read, which counts as a failure of the plugin. */
    private static Optional<ArticleText> readable(Optional<ArticleText> article) {
        article.ifPresent(found -> {
            if (Stream.of(found.title(), found.html()).anyMatch(Objects::isNull)
                    || found.html().length() > Limits.BODY) {
                throw new IllegalStateException("an article without title or text, or a longer one than can be shown");
            }
        });
        return article;
    }

    private static Stream<ArticleHit> found(Answer<List<ArticleHit>> answer) {
        return answer instanceof Answer.Given<List<ArticleHit>> given ? given.value().stream() : Stream.empty();
    }

    /** Refuses an answer with an article that nobody could read, which counts as a failure of the plugin. */
    private static List<ArticleHit> whole(List<ArticleHit> hits) {
        for (ArticleHit hit : hits) {
            boolean named = Stream.of(hit.id(), hit.title(), hit.summary()).noneMatch(Objects::isNull);
            if (!named || !ADDRESS.matcher(hit.address()).matches()) {
                throw new IllegalStateException("an article without id, title, summary or address");
            }
        }
        return List.copyOf(hits);
    }

    private static SwitchboardException notInstalled() {
        return new SwitchboardException(
                ErrorCode.FEATURE_NOT_INSTALLED,
                "The knowledge base comes with a plugin that serves the extension point KnowledgeBase; none is installed",
                List.of(),
                Map.of("feature", "knowledge"),
                null);
    }
}
