package io.switchboard.tracker.jira;

/** Jira did not do what was asked. The message is for administrators, and repeats nothing of what was sent. */
final class JiraFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    JiraFailure(String why) {
        super(why);
        this.why = why;
    }

    /** Returns why, the part of a sentence. */
    String why() {
        return why;
    }
}
