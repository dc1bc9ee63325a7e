package io.switchboard.core.store.lease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Makes nodes of a desk. */
public final class NodeForTests {
    private NodeForTests() {}

    /** Returns a node with a name of its own. */
    public static NodeIdentity make() {
        try {
            return new NodeIdentity(Files.createTempDirectory("switchboard-node-"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
