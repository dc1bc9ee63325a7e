package io.switchboard.core.web;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for each request to the logger {@code access}: who, what, how it ended, how long it took. Secrets that
 * stand in paths and queries are left out.
 */
@Component(service = RequestLog.class)
public final class AccessLog implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("access");
    private static final Pattern SECRET_PATH = Pattern.compile(
            "/(follow|verification|survey|invitations|invitation|password-reset|password|sign-in)/[^/?]+");
    /** What is longer than any id is a token, wherever it stands. */
    private static final Pattern TOKEN = Pattern.compile("(?<=/)[A-Za-z0-9_-]{40,}(?=/|$)");

    private static final Pattern SECRET_QUERY = Pattern.compile("(?i)((?:token|key|secret|password|code)[^=&]*=)[^&]*");

    @Override
    public void log(Request request, Response response) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        long milliseconds = (System.nanoTime() - request.getBeginNanoTime()) / 1_000_000;
        LOG.info(
                "{} {} {} {} {} {} ms {} \"{}\"",
                Request.getRemoteAddr(request),
                request.getAttribute(RequestId.ATTRIBUTE),
                request.getMethod(),
                masked(request.getHttpURI().getPath(), request.getHttpURI().getQuery()),
                response.getStatus(),
                milliseconds,
                Response.getContentBytesWritten(response),
                plain(request.getHeaders().get(HttpHeader.USER_AGENT)));
    }

    /** Returns the address without secrets. */
    static String masked(@Nullable String path, @Nullable String query) {
        String named = SECRET_PATH.matcher(plain(path)).replaceAll("/$1/...");
        String shown = TOKEN.matcher(named).replaceAll("...");
        return query == null
                ? shown
                : shown + "?" + SECRET_QUERY.matcher(plain(query)).replaceAll("$1...");
    }

    /** Returns a text that cannot pretend to be another line or column of the log. */
    private static String plain(@Nullable String text) {
        if (text == null) {
            return "-";
        }
        String shown = text.length() > 1_000 ? text.substring(0, 1_000) : text;
        return shown.replaceAll("[\\p{Cntrl}\"]", "?");
    }
}
