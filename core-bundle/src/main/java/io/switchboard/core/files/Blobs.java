package io.switchboard.core.files;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.files.BlobStore;
import io.switchboard.api.files.BlobStore.StoredBlob;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.PluginCalls.Question;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.sockets.WhiteboardRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The bytes of files, wherever they are: they are put into the store of the highest ranking, and looked for in all of them,
 * so that what one store keeps is found after another has come.
 */
@Component(service = Blobs.class)
public final class Blobs {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final SocketRegistry registry;
    private final PluginCalls calls;
    private final FolderBlobStore own;

    /** Makes it. */
    @Activate
    public Blobs(@Reference SocketRegistry registry, @Reference PluginCalls calls, @Reference FolderBlobStore own) {
        this.registry = registry;
        this.calls = calls;
        this.own = own;
    }

    /** Keeps the bytes of a stream. */
    StoredBlob put(InputStream content, long limit) throws IOException {
        LimitedStream limited = new LimitedStream(content, limit);
        for (SocketService<BlobStore> service : registry.services(BlobStore.class)) {
            return service.plugin().equals(WhiteboardRegistry.CORE)
                    ? own.put(limited, limit)
                    : ask(service, store -> store.put(limited, limit), limited);
        }
        return own.put(limited, limit);
    }

    private <T> T ask(SocketService<BlobStore> service, Question<BlobStore, T> question, LimitedStream content) {
        Answer<T> answer = calls.ask(service, LIMIT, question);
        if (answer instanceof Answer.Given<T> given) {
            return given.value();
        }
        if (content.exceeded()) {
            throw content.refusal();
        }
        throw new SwitchboardException(
                ErrorCode.PLUGIN_FAILED,
                "The file cannot be kept at the moment, because " + service.plugin() + " does not take it; try again");
    }

    /** Opens bytes for reading, or nothing if no store has them. */
    Optional<InputStream> open(String sha256) throws IOException {
        for (SocketService<BlobStore> service : registry.services(BlobStore.class)) {
            if (!service.plugin().equals(WhiteboardRegistry.CORE)) {
                Answer<Optional<InputStream>> answer = calls.ask(service, LIMIT, store -> store.open(sha256));
                if (answer instanceof Answer.Given<Optional<InputStream>> given
                        && given.value().isPresent()) {
                    return given.value();
                }
            }
        }
        return own.open(sha256);
    }

    /** Removes bytes that nobody needs from the stores of plugins; the desk's own is swept by {@link FileSweep}. */
    void remove(String sha256) {
        for (SocketService<BlobStore> service : registry.services(BlobStore.class)) {
            if (!service.plugin().equals(WhiteboardRegistry.CORE)) {
                calls.ask(service, LIMIT, store -> {
                    store.remove(sha256);
                    return sha256;
                });
            }
        }
    }
}
