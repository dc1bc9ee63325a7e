package io.switchboard.core.demo;

/** The demo must not be filled or served so; the message tells whoever started the server why, and what to do. */
final class DemoRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoRefusal(String message) {
        super(message);
    }
}
