package io.switchboard.search.lucene;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.reaction.Subscription;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.search.SearchDocuments;
import io.switchboard.api.search.SearchIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The search of a node: answers from its index, and keeps it up to date by the events of all tickets. */
@Component(service = {SearchIndex.class, Reaction.class, PluginHealth.class})
@Subscription(name = "index", scope = Subscription.NODE, batch = LuceneSearch.BATCH, confidential = true)
@Designate(ocd = LuceneSettings.class)
@SwitchboardPlugin(socket = "SearchIndex")
@SwitchboardPlugin(socket = "Reaction")
@SwitchboardPlugin(socket = "PluginHealth")
public final class LuceneSearch implements SearchIndex, Reaction, PluginHealth {
    static final int BATCH = 200;

    private final LiveIndex index;

    /** Opens the index of this node; if there is none, or none that can be read, it is rebuilt meanwhile. */
    @Activate
    public LuceneSearch(@Reference PluginContext context, @Reference SearchDocuments documents, LuceneSettings settings)
            throws IOException {
        this(context.workFolder(), documents, settings.megabytes(), settings.commitSeconds());
    }

    LuceneSearch(Path folder, SearchDocuments documents, int megabytes, int commitSeconds) throws IOException {
        index = new LiveIndex(folder, documents, megabytes, commitSeconds);
    }

    /** Writes what is open and closes the index. */
    @Deactivate
    void stop() {
        index.close();
    }

    @Override
    public SearchResult search(SearchQuery query) {
        try {
            return index.search(query);
        } catch (IOException failure) {
            throw new SwitchboardException(
                    ErrorCode.PLUGIN_FAILED,
                    "The search index cannot be read at the moment; it is being mended",
                    failure);
        }
    }

    @Override
    public IndexState state() {
        return index.state();
    }

    @Override
    public void react(List<TicketEvent> events) throws IOException {
        index.changed(events.stream().map(TicketEvent::ticket).toList());
    }

    @Override
    public State check() {
        return index.health();
    }
}
