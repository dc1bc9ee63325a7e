package io.switchboard.launcher.site;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a site is going to say. Its serial is one more than that of the build before, whose dates it keeps for archives that
 * have not changed.
 */
final class SiteBuild {
    private static final String INDEX = "switchboard-site.json";
    private static final String REPOSITORY = "index.xml";
    private static final int FORMAT = 1;
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,199}\\.jar");
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Path folder;
    private final List<SiteArchive> archives;
    private final JsonObject before;
    private final Instant now;
    private final Duration validity;

    private SiteBuild(Path folder, List<SiteArchive> archives, JsonObject before, Instant now, Duration validity) {
        this.folder = folder;
        this.archives = archives;
        this.before = before;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.validity = validity;
    }

    /** @throws StartFailure if the folder has no archives, or something of it cannot be offered */
    static SiteBuild of(Path folder, Instant now, Duration validity) throws StartFailure {
        List<SiteArchive> archives = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Path file : jars(folder)) {
            if (!FILE.matcher(String.valueOf(file.getFileName())).matches()) {
                throw new StartFailure("The name of " + file + " must be letters, digits, points, _, + and - only.");
            }
            SiteArchive archive = SiteArchive.read(file);
            if (!seen.add(archive.id() + " " + archive.version())) {
                throw new StartFailure(
                        "The folder " + folder + " has " + archive.id() + " " + archive.version() + " twice.");
            }
            archives.add(archive);
        }
        if (archives.isEmpty()) {
            throw new StartFailure("The folder " + folder + " has no archives.");
        }
        return new SiteBuild(folder, archives, before(folder), now, validity);
    }

    int archives() {
        return archives.size();
    }

    long serial() {
        return before.has("serial") ? before.get("serial").getAsLong() + 1 : 1;
    }

    Instant expiresAt() {
        return now.plus(validity);
    }

    /** Writes the site; a server that reads meanwhile sees at worst an index whose signature does not fit yet. */
    void write(SiteKey key) throws StartFailure {
        try {
            byte[] repository = RepositoryXml.of(archives, serial());
            byte[] index = GSON.toJson(index(repository)).getBytes(StandardCharsets.UTF_8);
            put(REPOSITORY, repository);
            put(INDEX, index);
            put(INDEX + ".sig", (key.sign(index) + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | GeneralSecurityException failure) {
            throw new StartFailure("The site " + folder + " cannot be written: " + failure.getMessage() + ".");
        }
    }

    private JsonObject index(byte[] repository) throws GeneralSecurityException, StartFailure {
        JsonObject index = new JsonObject();
        index.addProperty("format", FORMAT);
        index.addProperty("serial", serial());
        index.addProperty("builtAt", now.toString());
        index.addProperty("expiresAt", expiresAt().toString());
        JsonObject xml = new JsonObject();
        xml.addProperty("file", REPOSITORY);
        xml.addProperty("sha256", SiteArchive.sha256(repository));
        index.add("repository", xml);
        Map<String, String> dates = dates();
        JsonArray plugins = new JsonArray();
        for (SiteArchive archive : archives) {
            plugins.add(plugin(archive, dates));
        }
        index.add("plugins", plugins);
        return index;
    }

    private JsonObject plugin(SiteArchive archive, Map<String, String> dates) throws StartFailure {
        JsonObject plugin = new JsonObject();
        plugin.addProperty("id", archive.id());
        plugin.addProperty("version", archive.version());
        plugin.addProperty("name", archive.header("Bundle-Name", archive.id()));
        plugin.addProperty("vendor", archive.headers().get("Bundle-Vendor"));
        plugin.addProperty("description", archive.headers().get("Bundle-Description"));
        plugin.addProperty("file", archive.file());
        plugin.addProperty("size", archive.size());
        plugin.addProperty("sha256", archive.sha256());
        plugin.addProperty("signer", archive.signer());
        plugin.addProperty("date", dates.getOrDefault(archive.sha256(), now.toString()));
        plugin.add("gives", RepositoryXml.gives(archive));
        for (String member : List.of("changelog", "vulnerabilities", "withdrawn")) {
            if (archive.more().has(member)) {
                plugin.add(member, archive.more().get(member));
            }
        }
        return plugin;
    }

    private Map<String, String> dates() {
        Map<String, String> dates = new HashMap<>();
        if (before.get("plugins") instanceof JsonArray plugins) {
            for (JsonElement plugin : plugins) {
                JsonObject known = plugin.getAsJsonObject();
                dates.put(known.get("sha256").getAsString(), known.get("date").getAsString());
            }
        }
        return dates;
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.write(part, bytes);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static JsonObject before(Path folder) throws StartFailure {
        Path file = folder.resolve(INDEX);
        try {
            return Files.exists(file)
                    ? JsonParser.parseString(Files.readString(file)).getAsJsonObject()
                    : new JsonObject();
        } catch (IOException | JsonParseException | IllegalStateException unreadable) {
            throw new StartFailure(
                    "The index of the build before, " + file + ", cannot be read: put it back, since servers"
                            + " do not believe a site whose serial begins anew.");
        }
    }

    private static List<Path> jars(Path folder) throws StartFailure {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new StartFailure("The folder " + folder + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }
}
