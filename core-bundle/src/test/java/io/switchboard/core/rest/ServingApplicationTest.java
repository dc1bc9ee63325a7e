package io.switchboard.core.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.server.spi.AbstractContainerLifecycleListener;
import org.glassfish.jersey.server.spi.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServingApplicationTest {
    private static final int SWAPS = 60;
    private static final int CLIENTS = 4;

    private final AtomicReference<ServingApplication> current = new AtomicReference<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ServletContextHandler context = new ServletContextHandler("/");

    /** A resource that answers at once, or when the test says so. */
    @Path("things")
    public final class Things {
        @GET
        public String all() {
            return "all";
        }

        @GET
        @Path("slow")
        public String slow() throws InterruptedException {
            inside.countDown();
            goOn.await();
            return "slow";
        }
    }

    /** Two methods that answer the same request. */
    @Path("ambiguous")
    public static final class Ambiguous {
        @GET
        public String one() {
            return "one";
        }

        @GET
        public String other() {
            return "other";
        }
    }

    /** Hands each request to the application of the moment, as the whiteboard does. */
    private final class Door extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws jakarta.servlet.ServletException, IOException {
            while (!current.get().serve(new MountedRequest(request, "/api"), response)) {
                Thread.onSpinWait();
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        ServletHolder holder = new ServletHolder(new Door());
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/api/*");
        server.setHandler(context);
        server.addConnector(connector);
        server.start();
        current.set(application());
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void noRequestFailsWhileTheApplicationIsReplacedAgainAndAgainAndEachIsEndedOnce() throws Exception {
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicInteger answered = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> working = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            working.add(clients.submit(() -> {
                while (!done.get()) {
                    HttpResponse<String> response = get();
                    answered.incrementAndGet();
                    if (response.statusCode() != 200) {
                        failures.add(response.statusCode() + " " + response.body());
                    }
                }
                return null;
            }));
        }
        for (int swap = 0; swap < SWAPS; swap++) {
            int before = answered.get();
            current.getAndSet(application()).retire();
            while (answered.get() < before + CLIENTS && working.stream().noneMatch(Future::isDone)) {
                Thread.onSpinWait();
            }
        }
        done.set(true);
        for (Future<?> work : working) {
            work.get();
        }
        clients.shutdown();

        assertThat(failures).isEmpty();
        assertThat(ends).hasValue(SWAPS);
    }

    @Test
    void aRequestIsAnsweredByTheApplicationThatTookItWhichEndsThen() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request("/slow"), BodyHandlers.ofString());
        inside.await();
        ServingApplication old = current.getAndSet(application());
        old.retire();
        assertThat(get().body()).isEqualTo("all");
        assertThat(ends).hasValue(0);

        goOn.countDown();

        assertThat(answer.get().body()).isEqualTo("slow");
        old.awaitEnd(60_000);
        assertThat(ends).hasValue(1);
    }

    @Test
    void aResourceThatCannotBeServedIsRefusedWhenTheApplicationIsMade() {
        assertThatThrownBy(() -> new ServingApplication(
                        "bad-plugin", List.of(new Ambiguous()), config -> {}, context.getServletContext()))
                .isInstanceOf(RuntimeException.class);
    }

    private ServingApplication application() {
        return new ServingApplication(
                "a-plugin",
                List.of(new Things()),
                config -> config.register(new AbstractContainerLifecycleListener() {
                    @Override
                    public void onShutdown(Container container) {
                        ends.incrementAndGet();
                    }
                }),
                context.getServletContext());
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        return client.send(request(""), BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/api/things" + path))
                .build();
    }
}
