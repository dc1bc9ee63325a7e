package io.switchboard.launcher;

import io.switchboard.launcher.folder.DataFolder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;

/** Makes the properties of the framework from the command line and {@code conf/framework.properties}. */
final class FrameworkProperties {

    /** The start level of plugins, the highest there is. */
    static final int PLUGIN_START_LEVEL = 30;

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9._-]+)}");

    private FrameworkProperties() {}

    static Map<String, String> forServer(
            Path home, CommandLine line, DataFolder data, Address address, Optional<TlsKeystore> tls)
            throws IOException {
        Map<String, String> properties = common(home, line, data);
        properties.put("switchboard.mode", "server");
        properties.put(Setting.BIND.property(), address.bind());
        properties.put(Setting.PORT.property(), Integer.toString(address.port()));
        properties.put("org.apache.felix.http.enable", Boolean.toString(!address.secure()));
        properties.put("org.apache.felix.https.enable", Boolean.toString(address.secure()));
        properties.put("org.osgi.service.http.port.secure", Integer.toString(address.port()));
        tls.ifPresent(keystore -> properties.putAll(keystore.properties()));
        return withFile(home, properties);
    }

    static Map<String, String> forCommand(Path home, CommandLine line, DataFolder data) throws IOException {
        Map<String, String> properties = common(home, line, data);
        properties.put("switchboard.mode", "command");
        properties.put("switchboard.command", line.command().id());
        if (line.file() != null) {
            properties.put("switchboard.command.argument", line.file().toString());
        }
        properties.put("org.apache.felix.http.enable", "false");
        properties.put("org.apache.felix.https.enable", "false");
        return withFile(home, properties);
    }

    private static Map<String, String> common(Path home, CommandLine line, DataFolder data) {
        Map<String, String> properties = new HashMap<>();
        line.settings().forEach((setting, value) -> properties.put(setting.property(), setting.absolute(value)));
        properties.put("switchboard.home", home.toString());
        properties.put("switchboard.version", version());
        properties.put(Setting.DATA.property(), data.path().toString());
        // The database knows which plugins are installed, so the framework's own memory is made anew at each start.
        properties.put(Constants.FRAMEWORK_STORAGE, data.path().resolve("cache").toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(PLUGIN_START_LEVEL));
        return properties;
    }

    private static Map<String, String> withFile(Path home, Map<String, String> properties) throws IOException {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("conf/framework.properties"))) {
            file.load(reader);
        }
        for (String name : file.stringPropertyNames()) {
            String value = substitute(file.getProperty(name), properties);
            if (!value.isEmpty()) {
                properties.putIfAbsent(name, value);
            }
        }
        return properties;
    }

    private static String substitute(String text, Map<String, String> properties) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        properties.getOrDefault(match.group(1), System.getProperty(match.group(1), ""))));
    }

    private static String version() {
        String version = FrameworkProperties.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }
}
