package io.switchboard.search.lucene;

import io.switchboard.api.ticket.TicketId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The tickets that changed since the index was last committed, in a file of 16 bytes each. A commit of the index is dear
 * and a line in a file is cheap: so an event is acknowledged when its ticket stands here, and after a crash these tickets
 * are read again. Used by one thread at a time.
 */
final class Journal implements Closeable {
    private static final int BYTES = 2 * Long.BYTES;

    private final FileChannel file;

    Journal(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        file.position(file.size());
    }

    /** Notes tickets; when it returns, they survive a loss of power. */
    void add(Collection<TicketId> tickets) throws IOException {
        ByteBuffer lines = ByteBuffer.allocate(tickets.size() * BYTES);
        tickets.forEach(ticket -> lines.putLong(ticket.value().getMostSignificantBits())
                .putLong(ticket.value().getLeastSignificantBits()));
        lines.flip();
        while (lines.hasRemaining()) {
            file.write(lines);
        }
        file.force(false);
    }

    /** Returns the tickets noted; half a line at the end was never acknowledged and is left out. */
    Set<TicketId> tickets() throws IOException {
        ByteBuffer lines = ByteBuffer.allocate(Math.toIntExact(file.size()));
        long place = 0;
        while (lines.hasRemaining()) {
            int read = file.read(lines, place);
            if (read < 0) {
                break;
            }
            place += read;
        }
        lines.flip();
        Set<TicketId> tickets = new HashSet<>();
        while (lines.remaining() >= BYTES) {
            tickets.add(new TicketId(new UUID(lines.getLong(), lines.getLong())));
        }
        return tickets;
    }

    /** Forgets all, after a commit of the index. */
    void clear() throws IOException {
        file.truncate(0);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
