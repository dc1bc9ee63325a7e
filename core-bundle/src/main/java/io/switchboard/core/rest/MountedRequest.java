package io.switchboard.core.rest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request as the application below a path sees it: the path before it is the servlet's. */
final class MountedRequest extends HttpServletRequestWrapper {
    private final String base;
    private @Nullable AsyncListener listener;
    private volatile boolean asynchronous;

    MountedRequest(HttpServletRequest request, String base) {
        super(request);
        this.base = base;
    }

    /** Has the listener told how the request goes on if it becomes asynchronous; at once, lest it miss the end. */
    void listen(AsyncListener whenAsynchronous) {
        listener = whenAsynchronous;
    }

    @Override
    public AsyncContext startAsync() {
        return listening(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return listening(super.startAsync(request, response));
    }

    /** Says whether it goes on, or went on, without the thread that brought it. */
    boolean becameAsynchronous() {
        return asynchronous;
    }

    private AsyncContext listening(AsyncContext context) {
        asynchronous = true;
        if (listener != null) {
            context.addListener(listener);
        }
        return context;
    }

    @Override
    public String getServletPath() {
        return base;
    }

    @Override
    public String getPathInfo() {
        String path = super.getServletPath() + (super.getPathInfo() == null ? "" : super.getPathInfo());
        return path.length() > base.length() ? path.substring(base.length()) : "/";
    }
}
