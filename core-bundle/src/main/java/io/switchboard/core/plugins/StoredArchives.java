package io.switchboard.core.plugins;

import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.PluginStore;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The archives of installed plugins, in the database. */
@Component(service = StoredArchives.class)
public class StoredArchives {
    private static final Logger LOG = LoggerFactory.getLogger(StoredArchives.class);
    private static final int PIECE = 128 << 10;

    private final Transactions transactions;
    private final PluginStore plugins;

    /** Makes it. */
    @Activate
    public StoredArchives(@Reference Transactions transactions, @Reference PluginStore plugins) {
        this.transactions = transactions;
        this.plugins = plugins;
    }

    /** Keeps a file under its SHA-256, in a transaction of its own; what is there already is taken as it is. */
    void keep(Path file, String sha256) throws IOException {
        byte[] archive = Files.readAllBytes(file);
        if (!ArchiveCheck.sha256(new ByteArrayInputStream(archive)).equals(sha256)) {
            throw Refusal.because("was changed while it was read");
        }
        try {
            transactions.write(() -> {
                if (!has(sha256)) {
                    addPieces(archive, sha256);
                }
                return sha256;
            });
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            LOG.debug("Another node has kept {} meanwhile", file, anotherNodeWasFaster);
        }
    }

    private void addPieces(byte[] archive, String sha256) {
        for (int place = 0; place * PIECE < archive.length; place++) {
            int size = Math.min(PIECE, archive.length - place * PIECE);
            byte[] piece = new byte[size];
            System.arraycopy(archive, place * PIECE, piece, 0, size);
            plugins.addPiece(sha256, place, piece);
        }
    }

    /** Returns whether an archive is there. */
    boolean has(String sha256) {
        return transactions.read(() -> plugins.piece(sha256, 0)).isPresent();
    }

    /**
     * Opens an archive.
     *
     * @throws FileNotFoundException if it is not there
     */
    InputStream open(String sha256) throws IOException {
        Pieces pieces = new Pieces(sha256);
        if (!pieces.hasMoreElements()) {
            throw new FileNotFoundException("its bytes are not in the database; install it again");
        }
        return new SequenceInputStream(pieces);
    }

    /** Reads a piece when it is asked for, each in a short transaction. */
    private final class Pieces implements Enumeration<InputStream> {
        private final String sha256;
        private int place;
        private Optional<byte[]> next;

        Pieces(String sha256) {
            this.sha256 = sha256;
            this.next = read();
        }

        private Optional<byte[]> read() {
            return transactions.read(() -> plugins.piece(sha256, place));
        }

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            InputStream piece = new ByteArrayInputStream(next.orElseThrow());
            place++;
            next = read();
            return piece;
        }
    }
}
