package io.switchboard.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** What a caller is told while they listen to the desk's events. */
public final class ListeningTo implements AutoCloseable {
    private final InputStream events;
    private final StringBuilder told = new StringBuilder();

    private ListeningTo(InputStream events) {
        this.events = events;
        Thread listening = new Thread(this::listen, "listens to events");
        listening.setDaemon(true);
        listening.start();
    }

    /** Listens as a caller. */
    public static ListeningTo events(Http caller) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(caller.address().resolve("/api/v1/events"))
                .header("Accept", "text/event-stream")
                .build();
        try {
            return new ListeningTo(
                    caller.client().send(request, BodyHandlers.ofInputStream()).body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void listen() {
        byte[] part = new byte[4096];
        try {
            for (int length = events.read(part); length >= 0; length = events.read(part)) {
                synchronized (told) {
                    told.append(new String(part, 0, length, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException closed) {
            synchronized (told) {
                told.append(": closed\n");
            }
        }
    }

    /** Waits until something is told that holds a text. */
    public void until(String text) {
        Patience.until("the stream tells of " + text, () -> text().contains(text));
    }

    /** Returns all that was told so far. */
    public String text() {
        synchronized (told) {
            return told.toString();
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
