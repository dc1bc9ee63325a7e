package io.switchboard.core.files;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to give more than a number of bytes. */
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private long given;

    LimitedStream(InputStream content, long limit) {
        super(content);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) {
        given += read;
        if (exceeded()) {
            throw refusal();
        }
    }

    boolean exceeded() {
        return given > limit;
    }

    SwitchboardException refusal() {
        return new SwitchboardException(ErrorCode.TOO_LARGE, "A file must have at most " + limit + " bytes here");
    }
}
