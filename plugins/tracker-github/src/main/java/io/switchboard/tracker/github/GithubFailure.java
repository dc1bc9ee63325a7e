package io.switchboard.tracker.github;

/** GitHub did not do what was asked. The message is for administrators, and repeats nothing of what was sent. */
final class GithubFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    GithubFailure(String why) {
        super(why);
        this.why = why;
    }

    /** Returns why, the part of a sentence. */
    String why() {
        return why;
    }
}
