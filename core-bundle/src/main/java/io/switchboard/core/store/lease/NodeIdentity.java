package io.switchboard.core.store.lease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Who this node is among the nodes of the desk. The name is made once and kept in the data folder, so that a node which
 * comes back takes up its leases and its subscriptions where it left them.
 */
@Component(service = NodeIdentity.class)
public final class NodeIdentity {
    private static final String FILE = "node.id";

    private final String id;

    /** Reads the name, or makes it at the first start. */
    @Activate
    public NodeIdentity(BundleContext context) {
        this(Path.of(context.getProperty("switchboard.data")));
    }

    NodeIdentity(Path data) {
        try {
            Path file = data.resolve(FILE);
            if (!Files.exists(file)) {
                Files.createDirectories(data);
                Files.writeString(file, "node-" + UUID.randomUUID());
            }
            id = Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("The name of this node cannot be kept in " + data, failure);
        }
    }

    /** Returns the name; at most 80 characters. */
    public String id() {
        return id;
    }
}
