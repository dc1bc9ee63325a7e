package io.switchboard.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Distribution;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Whatever a plugin of ours says of itself and of its settings it says in German, too. */
class GermanTextsIT {
    private static final String GERMAN = "OSGI-INF/l10n/bundle_de.properties";
    private static final String EXAMPLES = "../../plugins";

    /** The smallest plugin has three files, and none of texts. */
    private static final String SMALLEST = "example-channel";

    @ParameterizedTest
    @MethodSource("plugins")
    void everyPluginSaysInGermanWhatItSaysInEnglishAndNothingElse(Path plugin) throws Exception {
        try (JarFile jar = new JarFile(plugin.toFile())) {
            Properties german = german(jar);

            Set<String> said = said(jar, option -> true);
            assertThat(german.stringPropertyNames()).isSubsetOf(said).containsAll(said(jar, GermanTextsIT::isWords));
            assertThat(german.values()).noneMatch(text -> String.valueOf(text).isBlank());
        }
    }

    static Stream<Path> plugins() throws IOException {
        Stream<Path> optional = files(Distribution.home().resolve("optional"));
        return Stream.concat(Stream.concat(Distribution.offeredPlugins().stream(), optional), examples());
    }

    private static Stream<Path> examples() {
        return files(Path.of(EXAMPLES))
                .filter(folder -> folder.getFileName().toString().startsWith("example-"))
                .filter(folder -> !folder.endsWith(SMALLEST))
                .flatMap(folder -> files(folder.resolve("target")))
                .filter(file -> file.toString().endsWith(".jar"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties german(JarFile jar) throws IOException {
        Properties german = new Properties();
        ZipEntry entry = Objects.requireNonNull(jar.getEntry(GERMAN), GERMAN);
        try (InputStream content = jar.getInputStream(entry)) {
            german.load(new InputStreamReader(content, StandardCharsets.UTF_8));
        }
        return german;
    }

    /** The keys of all that a plugin says in English: its headers, and its settings as they are declared. */
    private static Set<String> said(JarFile jar, Predicate<Element> choices) throws Exception {
        Set<String> said = new TreeSet<>();
        Attributes headers = jar.getManifest().getMainAttributes();
        assertThat(headers.getValue("Bundle-Name")).isNotNull();
        said.add("plugin.name");
        if (headers.getValue("Bundle-Description") != null) {
            said.add("plugin.description");
        }
        for (ZipEntry entry : jar.stream().toList()) {
            if (entry.getName().matches("OSGI-INF/metatype/.*\\.xml")) {
                NodeList settings = document(jar, entry).getElementsByTagName("AD");
                for (int index = 0; index < settings.getLength(); index++) {
                    addSetting((Element) settings.item(index), choices, said);
                }
            }
        }
        return said;
    }

    private static void addSetting(Element setting, Predicate<Element> choices, Set<String> said) {
        String key = "setting." + setting.getAttribute("id");
        said.add(key + ".name");
        if (!setting.getAttribute("description").isEmpty()) {
            said.add(key + ".description");
        }
        NodeList options = setting.getElementsByTagName("Option");
        for (int index = 0; index < options.getLength(); index++) {
            Element option = (Element) options.item(index);
            if (choices.test(option)) {
                said.add(key + ".option." + option.getAttribute("value"));
            }
        }
    }

    /** A label such as P1 or UTF-8 is the same in every language. */
    private static boolean isWords(Element option) {
        return !option.getAttribute("label").equals(option.getAttribute("value"));
    }

    private static Document document(JarFile jar, ZipEntry entry)
            throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        try (InputStream content = jar.getInputStream(entry)) {
            return parsers.newDocumentBuilder().parse(content);
        }
    }
}
