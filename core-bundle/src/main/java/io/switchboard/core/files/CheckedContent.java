package io.switchboard.core.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A stream that hashes what it gives, and gives its last bytes only if the hash and the number of bytes are what they must
 * be; else it fails. Whoever sends it on with its length announced cannot end well with a wrong content.
 */
final class CheckedContent extends FilterInputStream {
    private static final int HELD = 8 << 10;

    private final MessageDigest digest = FolderBlobStore.sha256();
    private final String sha256;
    private final long size;
    private final Runnable onDamage;
    private byte[] ready = new byte[0];
    private int position;
    private byte[] held = new byte[0];
    private boolean begun;
    private long seen;

    CheckedContent(InputStream content, String sha256, long size, Runnable onDamage) {
        super(content);
        this.sha256 = sha256;
        this.size = size;
        this.onDamage = onDamage;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == ready.length && !refill()) {
            return -1;
        }
        int given = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, buffer, offset, given);
        position += given;
        return given;
    }

    /** Releases the bytes that were held back, once those behind them, or the right end, have been seen. */
    private boolean refill() throws IOException {
        if (!begun) {
            begun = true;
            held = next();
        }
        if (held.length == 0) {
            if (seen == 0) {
                check();
            }
            return false;
        }
        byte[] following = next();
        if (following.length == 0 || seen > size) {
            check();
        }
        ready = held;
        position = 0;
        held = following;
        return true;
    }

    private byte[] next() throws IOException {
        byte[] read = in.readNBytes(HELD);
        digest.update(read);
        seen += read.length;
        return read;
    }

    private void check() throws DamagedContentException {
        boolean whole = seen == size && sha256.equals(HexFormat.of().formatHex(digest.digest()));
        if (!whole) {
            onDamage.run();
            throw new DamagedContentException(sha256);
        }
    }

    @Override
    public int available() {
        return ready.length - position;
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(HELD, Math.max(0, count))]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
