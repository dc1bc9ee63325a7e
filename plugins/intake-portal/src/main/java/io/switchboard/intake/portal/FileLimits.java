package io.switchboard.intake.portal;

import java.text.MessageFormat;
import java.util.Map;

/** How many files a form takes, and how large ones, as its page tells people and scripts. */
final class FileLimits {
    private static final int MEGABYTE = 1 << 20;

    private FileLimits() {}

    static Map<String, Object> shown(Words words, long largest) {
        return Map.of(
                "mostFiles",
                Form.MAXIMUM_FILES,
                "largestFile",
                largest,
                "filesHint",
                MessageFormat.format(words.text("askFilesHint"), Form.MAXIMUM_FILES, largest / MEGABYTE));
    }
}
