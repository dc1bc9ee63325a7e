package io.switchboard.core.rest.ticket;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.search.SearchIndex;
import io.switchboard.api.search.SearchIndex.SearchHit;
import io.switchboard.api.search.SearchIndex.SearchQuery;
import io.switchboard.api.search.SearchIndex.SearchResult;
import io.switchboard.api.search.SearchScope;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.VisibilityScope;
import io.switchboard.core.rest.Page;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.TicketSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Searches tickets in the installed index. The index knows what the caller may see; the desk checks it again. */
@Component(service = TicketSearch.class)
public final class TicketSearch {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int MOST = 100;

    private final SocketRegistry registry;
    private final PluginCalls calls;
    private final Transactions transactions;
    private final TicketStore tickets;

    /** Makes it. */
    @Activate
    public TicketSearch(
            @Reference SocketRegistry registry,
            @Reference PluginCalls calls,
            @Reference Transactions transactions,
            @Reference TicketStore tickets) {
        this.registry = registry;
        this.calls = calls;
        this.transactions = transactions;
        this.tickets = tickets;
    }

    /** What an index said: a page, or that it cannot read the words. */
    private sealed interface Found {
        record Hits(SearchResult result) implements Found {}

        record Unreadable(SwitchboardException refusal) implements Found {}
    }

    Page<Map<String, @Nullable Object>> handle(Caller caller, String words, ListParameters parameters) {
        AccessPolicy.requireKnown(caller);
        List<SocketService<SearchIndex>> indexes = registry.services(SearchIndex.class);
        if (indexes.isEmpty()) {
            throw new SwitchboardException(
                    ErrorCode.FEATURE_NOT_INSTALLED, "No search index is installed; install search-lucene or another");
        }
        VisibilityScope scope = AccessPolicy.scope(caller);
        SearchQuery query = new SearchQuery(
                words,
                searchScope(caller, scope),
                scope.notes(),
                Math.min(parameters.limit(), MOST),
                parameters.cursor());
        SearchResult result = ask(indexes.get(0), query);
        return new Page<>(visible(result, scope, caller), result.next());
    }

    private SearchResult ask(SocketService<SearchIndex> index, SearchQuery query) {
        Answer<Found> answer = calls.ask(index, LIMIT, search -> {
            try {
                return new Found.Hits(search.search(query));
            } catch (SwitchboardException refusal) {
                return new Found.Unreadable(refusal);
            }
        });
        if (answer instanceof Answer.Given<Found> given) {
            if (given.value() instanceof Found.Unreadable unreadable) {
                throw unreadable.refusal();
            }
            return ((Found.Hits) given.value()).result();
        }
        throw new SwitchboardException(
                ErrorCode.PLUGIN_FAILED, "The search does not answer at the moment; lists still work");
    }

    private List<Map<String, @Nullable Object>> visible(SearchResult result, VisibilityScope scope, Caller caller) {
        List<TicketId> ids = result.hits().stream().map(SearchHit::ticket).toList();
        Map<TicketId, TicketSummary> found = transactions.read(() -> tickets.summaries(ids, scope)).stream()
                .collect(Collectors.toMap(TicketSummary::id, Function.identity()));
        List<Map<String, @Nullable Object>> views = new ArrayList<>();
        for (SearchHit hit : result.hits()) {
            TicketSummary summary = found.get(hit.ticket());
            if (summary != null) {
                Map<String, @Nullable Object> view = TicketView.of(summary, caller);
                view.put("highlights", hit.highlights());
                views.add(view);
            }
        }
        return views;
    }

    private static SearchScope searchScope(Caller caller, VisibilityScope scope) {
        return new SearchScope(
                scope.person(),
                caller.staff(),
                scope.allOthers(),
                scope.allConfidential(),
                scope.confidentialTeams(),
                scope.teams(),
                scope.organization());
    }
}
