package io.switchboard.core.plugins.site;

/** What a site says is not believed, or it says nothing; the message tells an administrator why. */
final class SiteRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whether the site could not be reached, rather than not be believed. */
    private final boolean away;

    private SiteRefused(boolean away, String message) {
        super(message);
        this.away = away;
    }

    static SiteRefused away(String message) {
        return new SiteRefused(true, message);
    }

    static SiteRefused because(String message) {
        return new SiteRefused(false, message);
    }

    boolean isAway() {
        return away;
    }
}
