package io.switchboard.testkit.fake;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.OutgoingHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Other systems as a test wants them: answers in the order in which they were prepared, and remembers what was asked. */
public final class ScriptedHttp implements OutgoingHttp {
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private sealed interface Reply {
        record Given(Answer answer) implements Reply {}

        record Lost(String message) implements Reply {}
    }

    /** Prepares the next answer. */
    public ScriptedHttp answer(int status, String body) {
        replies.add(new Reply.Given(new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8))));
        return this;
    }

    /** Prepares that no answer comes. */
    public ScriptedHttp noAnswer(String message) {
        replies.add(new Reply.Lost(message));
        return this;
    }

    /** Returns the requests so far. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public Answer send(Request request) throws IOException {
        requests.add(request);
        Reply reply = replies.poll();
        if (reply == null) {
            throw new IOException("the test prepared no answer for " + request.address());
        }
        if (reply instanceof Reply.Lost lost) {
            throw new IOException(lost.message());
        }
        Answer answer = ((Reply.Given) reply).answer();
        if (answer.body().length > request.maximumAnswer()) {
            throw new SwitchboardException(ErrorCode.TOO_LARGE, "the answer is larger than was asked for");
        }
        return answer;
    }
}
