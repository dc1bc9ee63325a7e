package io.switchboard.handle.security;

/** Finds private keys by the line that begins them. */
final class PrivateKeys {
    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUTTY = "PuTTY-User-Key-File-";
    /** The longest label before the words in use is {@code ENCRYPTED}; some tools write their names. */
    private static final int LABEL = 40;

    private PrivateKeys() {}

    static boolean in(String text) {
        if (text.contains(PUTTY)) {
            return true;
        }
        for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + BEGIN.length())) {
            int label = at + BEGIN.length();
            String line = text.substring(label, Math.min(text.length(), label + LABEL));
            if (line.contains(PRIVATE)) {
                return true;
            }
        }
        return false;
    }
}
