package io.switchboard.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Clients that each do one thing after the other, as fast as it is finished, for a time. First they go on until the server
 * is warm: until some rounds one after the other were hardly faster than each before. A server runs for weeks, its compiler for
 * minutes; and one slow round may be somebody else's work on the machine.
 *
 * @param length how long a round lasts
 * @param rounds how many rounds count, after those that do not
 * @param warming how many rounds do not count at most
 */
record ClosedLoop(Duration length, int rounds, int warming) {
    private static final double FASTER = 1.05;
    private static final int STEADY = 3;

    /** What a client does again and again. */
    interface Client extends AutoCloseable {
        /** Does it once, and returns whether it went as it should. */
        boolean once() throws Exception;

        @Override
        void close() throws IOException;
    }

    /** Makes the client of a number. */
    interface Clients {
        /** Makes it; it is used and closed by one thread. */
        Client client(int number) throws Exception;
    }

    private record Done(long[] nanoseconds, long failures) {}

    /** Runs the rounds and returns the middle one. */
    Figures run(int clients, Supplier<Duration> processor, Clients make) throws InterruptedException {
        warm(clients, processor, make);
        List<Figures> figures = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            figures.add(round(clients, processor, make, length));
        }
        return Figures.median(figures);
    }

    private void warm(int clients, Supplier<Duration> processor, Clients make) throws InterruptedException {
        double fastest = 0;
        int steady = 0;
        for (int round = 0; round < warming && steady < STEADY; round++) {
            double rate = round(clients, processor, make, length).perSecond();
            steady = rate < fastest * FASTER ? steady + 1 : 0;
            fastest = Math.max(fastest, rate);
        }
    }

    private static Figures round(int clients, Supplier<Duration> processor, Clients make, Duration length)
            throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        Duration before = processor.get();
        long begin = System.nanoTime();
        try {
            List<Callable<Done>> work = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                int own = number;
                work.add(() -> repeat(make.client(own), begin + length.toNanos()));
            }
            List<Done> done = new ArrayList<>();
            for (Future<Done> future : threads.invokeAll(work)) {
                done.add(future.get());
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            long[] all = done.stream()
                    .flatMapToLong(one -> Arrays.stream(one.nanoseconds()))
                    .toArray();
            long failures = done.stream().mapToLong(Done::failures).sum();
            return Figures.of(all, took, processor.get().minus(before), failures);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A client could not go on", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Done repeat(Client client, long end) throws Exception {
        try (client) {
            long[] nanoseconds = new long[1_024];
            int count = 0;
            long failures = 0;
            for (long from = System.nanoTime(); from < end; from = System.nanoTime()) {
                if (client.once()) {
                    nanoseconds = count == nanoseconds.length ? Arrays.copyOf(nanoseconds, count * 2) : nanoseconds;
                    nanoseconds[count++] = System.nanoTime() - from;
                } else {
                    failures++;
                }
            }
            return new Done(Arrays.copyOf(nanoseconds, count), failures);
        }
    }
}
