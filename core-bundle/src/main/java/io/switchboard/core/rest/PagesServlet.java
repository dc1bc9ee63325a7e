package io.switchboard.core.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Serves the pages of plugins: resources with the property {@code switchboard.web=pages}. They stand below
 * {@code /x/{plugin id}}, and those of bundled plugins also below the root paths that the distribution grants them. What a plugin adds to the pages of
 * others is served below {@code /x/{plugin id}/modules}, without any resource of the plugin.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
            "osgi.http.whiteboard.servlet.multipart.enabled:Boolean=false"
        })
public final class PagesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PLUGINS = "/x/";
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    /** The first path element, and who shows it; what is not listed belongs to the holder of the root. */
    private static final Map<String, String> GRANTED = Map.of("desk", "web-ui", "admin", "web-ui");

    private static final String ROOT = "intake-portal";

    private final transient ResourceWhiteboard resources;
    private final transient PluginModules modules;

    /** Makes the servlet. */
    @Activate
    public PagesServlet(@Reference ResourceWhiteboard resources, @Reference PluginModules modules) {
        this.resources = resources;
        this.modules = modules;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        String first = element(path, 1);
        String owner;
        String base;
        if (path.startsWith(PLUGINS)) {
            owner = element(path, PLUGINS.length());
            base = PLUGINS + owner;
        } else {
            owner = GRANTED.getOrDefault(first, ROOT);
            base = GRANTED.containsKey(first) ? "/" + first : "";
        }
        response.setHeader("Content-Security-Policy", POLICY);
        if (modules.serve(path, request, response)) {
            return;
        }
        if (!resources.serve(ResourceWhiteboard.PAGES + owner, base, request, response)) {
            ResourceWhiteboard.refuse(request, response);
        }
    }

    private static String element(String path, int from) {
        int end = path.indexOf('/', from);
        return path.substring(from, end < 0 ? path.length() : end);
    }
}
