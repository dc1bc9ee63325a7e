package io.switchboard.core.sockets;

import io.switchboard.core.sockets.Answer.Kind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call into a plugin, on a thread of its own that can be given up. Nothing that the plugin throws gets out. */
final class PluginCall<S, T> implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginCall.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LONGEST_MESSAGE = 300;

    private final SocketService<S> service;
    private final PluginCalls.Question<S, T> question;
    private final PluginGate gate;
    private final CallRecord record;
    private final long startedAt = System.nanoTime();
    private final CompletableFuture<Answer<T>> answer = new CompletableFuture<>();
    private @Nullable Thread thread;
    private @Nullable Instant cutAt;
    private long cpuSeen;
    private volatile boolean burning;

    PluginCall(SocketService<S> service, PluginCalls.Question<S, T> question, PluginGate gate) {
        this.service = service;
        this.question = question;
        this.gate = gate;
        this.record = gate.record(service.socket().getSimpleName());
    }

    @Override
    public void run() {
        Thread current = Thread.currentThread();
        String ownName = current.getName();
        if (!begin(current)) {
            gate.leave();
            return;
        }
        try {
            answer.complete(call());
        } finally {
            end();
            Thread.interrupted();
            current.setName(ownName);
            current.setContextClassLoader(PluginCall.class.getClassLoader());
        }
    }

    @SuppressWarnings({"removal", "deprecation"}) // ThreadDeath is one of the things a plugin may throw
    private Answer<T> call() {
        try {
            T value = question.putTo(service.service());
            return value == null
                    ? failure(Kind.NONSENSE, "answered null")
                    : new Answer.Given<>(service.plugin(), value);
        } catch (OutOfMemoryError exhausted) {
            LOG.error("Memory ran out inside plugin {} at {}", service.plugin(), socket(), exhausted);
            return failure(Kind.THREW, "ran out of memory");
        } catch (Throwable thrown) { // whatever a plugin throws ends here
            return failure(Kind.THREW, describe(thrown));
        }
    }

    /** Begins, unless the call was given up before a processor was free for it. */
    private synchronized boolean begin(Thread current) {
        if (cutAt != null) {
            return false;
        }
        thread = current;
        current.setName("plugin " + service.plugin() + " at " + socket());
        current.setContextClassLoader(service.service().getClass().getClassLoader());
        record.running.incrementAndGet();
        return true;
    }

    private synchronized void end() {
        thread = null;
        record.running.decrementAndGet();
        if (gate.hanging.remove(this)) {
            record.hanging.decrementAndGet();
            LOG.info("Plugin {} came back from a call at {} that was cut", service.plugin(), socket());
        }
        gate.leave();
    }

    /** Waits until the plugin has answered or its time is over. */
    Answer<T> await(long deadline) {
        Answer<T> outcome;
        try {
            outcome = answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            cut();
            outcome = late();
        } catch (InterruptedException interrupted) {
            cut();
            Thread.currentThread().interrupt();
            outcome = failure(Kind.TIMED_OUT, "was cut because the desk stops");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a call is never completed by an exception", impossible);
        }
        count(outcome);
        return outcome;
    }

    /**
     * Waits for an answer with little patience and lets the plugin go on until its time is over, without anybody waiting.
     * What becomes of the call counts in any case.
     */
    Answer<T> tryOut(long patience, long deadline) {
        answer.thenAccept(outcome -> {
            if (outcome instanceof Answer.Failed<T> failed && failed.kind() == Kind.TIMED_OUT) {
                cut();
            }
            count(outcome);
        });
        answer.completeOnTimeout(late(), Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        try {
            return answer.get(Math.max(0, patience - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            return failure(Kind.REJECTED, "was not waited for: it failed too often lately and is being tried again");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return failure(Kind.TIMED_OUT, "was cut because the desk stops");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a call is never completed by an exception", impossible);
        }
    }

    private Answer<T> late() {
        return failure(Kind.TIMED_OUT, "did not answer in time");
    }

    private void count(Answer<T> outcome) {
        long nanos = System.nanoTime() - startedAt;
        if (outcome instanceof Answer.Failed<T> failed) {
            record.failed(failed.kind(), failed.message(), nanos);
            LOG.warn("Plugin {} failed at {}: {}", service.plugin(), socket(), failed.message());
        } else {
            record.answered(nanos);
        }
    }

    private synchronized void cut() {
        cutAt = Instant.now();
        if (thread != null) {
            cpuSeen = THREADS.getThreadCpuTime(thread.getId());
            gate.hanging.add(this);
            record.hanging.incrementAndGet();
            thread.interrupt();
        }
    }

    /** Returns how many nanoseconds of processor time the cut call used since this was last asked, or since it was cut. */
    synchronized long usedSinceLastLook() {
        if (thread == null || cutAt == null) {
            return 0;
        }
        long cpu = THREADS.getThreadCpuTime(thread.getId());
        long used = cpu - cpuSeen;
        cpuSeen = cpu;
        return used;
    }

    /** Takes note of whether it burns the processor, by itself or beside others of its plugin. */
    synchronized void burns(boolean busy) {
        if (busy && !burning && thread != null) {
            LOG.error(
                    "Plugin {} burns the processor in thread '{}' at {}; it is asked nothing until it stops",
                    service.plugin(),
                    thread.getName(),
                    socket());
        }
        burning = busy;
    }

    /** Has the thread run, until the call comes back, when nobody else wants the processor. */
    synchronized void giveWay() {
        if (thread != null) {
            thread.setPriority(Thread.MIN_PRIORITY);
        }
    }

    boolean burning() {
        return burning;
    }

    synchronized PluginFigures.@Nullable HangingCall describe() {
        return thread == null || cutAt == null
                ? null
                : new PluginFigures.HangingCall(service.plugin(), socket(), thread.getName(), cutAt, burning);
    }

    private String socket() {
        return service.socket().getSimpleName();
    }

    private Answer<T> failure(Kind kind, String message) {
        return new Answer.Failed<>(service.plugin(), kind, message);
    }

    private static String describe(Throwable thrown) {
        String type = thrown.getClass().getName();
        try {
            LOG.debug("Thrown by a plugin", thrown);
            String message = thrown.getMessage();
            String text = message == null ? type : type + ": " + message;
            return "threw " + (text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text);
        } catch (Throwable hostile) { // even the message of an exception is the plugin's code
            return "threw " + type + ", whose message cannot be read";
        }
    }
}
