package io.switchboard.core.plugins;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.feed.ListParked;
import io.switchboard.core.feed.ListParked.Parked;
import io.switchboard.core.feed.ListReactions;
import io.switchboard.core.feed.ReactionSummary;
import io.switchboard.core.plugins.PluginLog.Line;
import io.switchboard.core.sockets.CallFigures;
import io.switchboard.core.sockets.PluginFigures;
import io.switchboard.core.sockets.PluginFigures.HangingCall;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows together what was seen of one plugin at work on this node, and what waits for it. */
@Component(service = ReadPluginOperation.class)
public final class ReadPluginOperation {
    private final ReadPlugins plugins;
    private final PluginFigures figures;
    private final ListReactions reactions;
    private final ListParked parked;
    private final PluginLog log;
    private final PluginWatchdog watchdog;
    private final LeftThreads left;

    /** Makes the use case. */
    @Activate
    public ReadPluginOperation(
            @Reference ReadPlugins plugins,
            @Reference PluginFigures figures,
            @Reference ListReactions reactions,
            @Reference ListParked parked,
            @Reference PluginLog log,
            @Reference PluginWatchdog watchdog,
            @Reference LeftThreads left) {
        this.plugins = plugins;
        this.figures = figures;
        this.reactions = reactions;
        this.parked = parked;
        this.log = log;
        this.watchdog = watchdog;
        this.left = left;
    }

    /**
     * A plugin at work.
     *
     * @param calls how the calls went, by socket
     * @param hanging the calls that were cut and have not come back
     * @param subscriptions its reactions, with what waits
     * @param log what the log says of it, newest first
     * @param threads those that it made for itself
     * @param left the names of those that it left running when it was last stopped
     */
    public record PluginOperation(
            List<CallFigures> calls,
            List<HangingCall> hanging,
            List<Subscribed> subscriptions,
            List<Line> log,
            ThreadUse threads,
            List<String> left) {
        /** Keeps copies. */
        public PluginOperation {
            calls = List.copyOf(calls);
            hanging = List.copyOf(hanging);
            subscriptions = List.copyOf(subscriptions);
            log = List.copyOf(log);
            left = List.copyOf(left);
        }
    }

    /**
     * A reaction.
     *
     * @param parked the events that it failed at for good, the first 200
     */
    public record Subscribed(ReactionSummary reaction, List<Parked> parked) {
        /** Keeps a copy. */
        public Subscribed {
            parked = List.copyOf(parked);
        }
    }

    /**
     * Returns what was seen of an installed plugin. The log is for those who operate the server, so that right is asked
     * for, too.
     */
    public PluginOperation handle(Caller caller, String plugin) {
        AccessPolicy.require(caller, Right.OPERATION_READ);
        plugins.one(caller, plugin);
        return new PluginOperation(
                figures.figures().stream()
                        .filter(figure -> figure.plugin().equals(plugin))
                        .toList(),
                figures.hanging().stream()
                        .filter(call -> call.plugin().equals(plugin))
                        .toList(),
                reactions.handle(caller).stream()
                        .filter(reaction -> reaction.plugin().equals(plugin))
                        .map(reaction -> new Subscribed(
                                reaction, reaction.parked() == 0 ? List.of() : parked.handle(caller, reaction.id())))
                        .toList(),
                log.of(plugin),
                watchdog.of(plugin),
                left.of(plugin));
    }
}
