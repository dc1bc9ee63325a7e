package io.switchboard.core.plugins.site;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.OutgoingHttp;
import io.switchboard.api.plugin.OutgoingHttp.Answer;
import io.switchboard.api.plugin.OutgoingHttp.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads files of sites: from a folder of this machine, or through the guarded client. */
@Component(service = SiteFiles.class)
public final class SiteFiles {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration LIMIT_OF_LARGE = Duration.ofSeconds(55);
    private static final int LARGE = 8 << 20;
    private static final int OK = 200;

    private final OutgoingHttp http;

    /** Makes it. */
    @Activate
    public SiteFiles(@Reference OutgoingHttp http) {
        this.http = http;
    }

    /** Returns whether an address is one of the web, and not a folder. */
    static boolean isWeb(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }

    /**
     * Reads a file of a site.
     *
     * @param name of the file, without any folder
     * @param most how many bytes it may have
     * @throws SiteRefused if it is not there, or larger
     */
    byte[] read(Site site, String name, int most) throws SiteRefused {
        try {
            return isWeb(site.address()) ? fromWeb(site, name, most) : fromFolder(site, name, most);
        } catch (IOException failure) {
            throw SiteRefused.away(name + " cannot be read: " + reason(failure));
        } catch (SwitchboardException refused) {
            throw SiteRefused.away(name + " cannot be read: " + refused.getMessage());
        }
    }

    @SuppressWarnings("NullAway") // which takes the body for an array that must be there, since it may hold no null
    private byte[] fromWeb(Site site, String name, int most) throws IOException, SiteRefused {
        String base = site.address().endsWith("/") ? site.address() : site.address() + "/";
        Duration limit = most > LARGE ? LIMIT_OF_LARGE : LIMIT;
        Answer answer = http.send(new Request("GET", URI.create(base + name), Map.of(), null, limit, most));
        if (answer.status() != OK) {
            throw SiteRefused.away("the site answers with status " + answer.status() + " for " + name);
        }
        return answer.body();
    }

    private static byte[] fromFolder(Site site, String name, int most) throws IOException, SiteRefused {
        Path file = Path.of(site.address()).resolve(name);
        if (!Files.isRegularFile(file)) {
            throw SiteRefused.away("there is no file " + file);
        }
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length > most) {
                throw SiteRefused.because(name + " has more than " + most + " bytes");
            }
            return bytes;
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
