package io.switchboard.core.files;

import java.io.IOException;

/** The content of a file is not what was uploaded. */
final class DamagedContentException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedContentException(String sha256) {
        super("the content with the SHA-256 " + sha256 + " is damaged");
    }
}
