package io.switchboard.core.rest;

import io.switchboard.core.pages.PageFiles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Hands browsers the files of plugins that add something to the pages, at {@code /x/{plugin id}/modules/{version}/web/...}.
 * They are code and say nothing of the desk, so anybody may have them.
 */
@Component(service = PluginModules.class)
public final class PluginModules {
    private static final Pattern ADDRESS = Pattern.compile("/x/([^/]+)/modules/([0-9a-f]+)/(web/.+)");
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    /** Files of any other kind are not handed out: nobody needs to guess what they are. */
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webp", "image/webp");

    private final PageFiles files;

    /** Makes it. */
    @Activate
    public PluginModules(@Reference PageFiles files) {
        this.files = files;
    }

    /** Answers a request for a file; false if the address is none of a file that is there. */
    boolean serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher address = ADDRESS.matcher(path);
        if (!METHODS.contains(request.getMethod()) || !address.matches()) {
            return false;
        }
        String file = address.group(3);
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        Optional<byte[]> content =
                type == null ? Optional.empty() : files.read(address.group(1), address.group(2), file);
        if (content.isEmpty()) {
            return false;
        }
        response.setContentType(type);
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setContentLength(content.get().length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(content.get());
        }
        return true;
    }
}
