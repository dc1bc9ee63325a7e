package io.switchboard.launcher.site;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.switchboard.launcher.folder.StartFailure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.felix.framework.Logger;
import org.apache.felix.framework.util.manifestparser.ManifestParser;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;

/**
 * The index of a site as other OSGi tools read it: an OSGi Repository (OSGi Compendium, chapter 132). What archives need and give is
 * worked out by the framework's own reader of manifests.
 */
final class RepositoryXml {
    private static final String NAMESPACE = "http://www.osgi.org/xmlns/repository/v1.0.0";
    private static final String MIME_TYPE = "application/vnd.osgi.bundle";

    /** What every bundle gives by being there. */
    private static final Set<String> OWN = Set.of("osgi.identity", "osgi.wiring.bundle", "osgi.wiring.host");

    private final XMLStreamWriter xml;

    private RepositoryXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] of(List<SiteArchive> archives, long serial) throws StartFailure {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new RepositoryXml(writer).write(archives, serial);
            writer.close();
            return out.toByteArray();
        } catch (XMLStreamException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    private void write(List<SiteArchive> archives, long serial) throws XMLStreamException, StartFailure {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("repository");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("name", "Switchboard plugins");
        xml.writeAttribute("increment", Long.toString(serial));
        for (SiteArchive archive : archives) {
            resource(archive);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void resource(SiteArchive archive) throws XMLStreamException, StartFailure {
        ManifestParser manifest = parse(archive);
        line(1);
        xml.writeStartElement("resource");
        start("capability", "osgi.content");
        attributes(Map.of(
                "osgi.content", archive.sha256(),
                "url", archive.file(),
                "size", archive.size(),
                "mime", MIME_TYPE));
        end();
        for (BundleCapability capability : manifest.getCapabilities()) {
            start("capability", capability.getNamespace());
            attributes(capability.getAttributes());
            directives(capability.getDirectives());
            end();
        }
        for (BundleRequirement requirement : manifest.getRequirements()) {
            start("requirement", requirement.getNamespace());
            attributes(requirement.getAttributes());
            directives(requirement.getDirectives());
            end();
        }
        line(1);
        xml.writeEndElement();
    }

    /** Returns what an archive gives to others, for the index that servers go by. */
    static JsonArray gives(SiteArchive archive) throws StartFailure {
        JsonArray gives = new JsonArray();
        for (BundleCapability capability : parse(archive).getCapabilities()) {
            String kind = capability.getNamespace();
            Object name = capability.getAttributes().get(kind);
            if (name instanceof String text && !OWN.contains(kind)) {
                JsonObject given = new JsonObject();
                given.addProperty("kind", kind);
                given.addProperty("name", text);
                Object version = capability.getAttributes().get("version");
                given.addProperty("version", version == null ? null : version.toString());
                gives.add(given);
            }
        }
        return gives;
    }

    private static ManifestParser parse(SiteArchive archive) throws StartFailure {
        try {
            return new ManifestParser(new Logger(), Map.of(), null, new TreeMap<>(archive.headers()));
        } catch (BundleException broken) {
            throw new StartFailure(
                    "The manifest of " + archive.file() + " is no bundle's: " + broken.getMessage() + ".");
        }
    }

    private void start(String element, String namespace) throws XMLStreamException {
        line(2);
        xml.writeStartElement(element);
        xml.writeAttribute("namespace", namespace);
    }

    private void end() throws XMLStreamException {
        line(2);
        xml.writeEndElement();
    }

    private void attributes(Map<String, Object> attributes) throws XMLStreamException {
        for (Map.Entry<String, Object> attribute : new TreeMap<>(attributes).entrySet()) {
            Object value = attribute.getValue();
            line(3);
            xml.writeEmptyElement("attribute");
            xml.writeAttribute("name", attribute.getKey());
            String type = type(value);
            if (!type.equals("String")) {
                xml.writeAttribute("type", type);
            }
            xml.writeAttribute("value", text(value));
        }
    }

    private void directives(Map<String, String> directives) throws XMLStreamException {
        for (Map.Entry<String, String> directive : new TreeMap<>(directives).entrySet()) {
            line(3);
            xml.writeEmptyElement("directive");
            xml.writeAttribute("name", directive.getKey());
            xml.writeAttribute("value", directive.getValue());
        }
    }

    private static String type(Object value) {
        if (value instanceof List<?> list) {
            return "List<" + (list.isEmpty() ? "String" : type(list.get(0))) + ">";
        }
        return value instanceof Version
                ? "Version"
                : value instanceof Long ? "Long" : value instanceof Double ? "Double" : "String";
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? String.join(
                        ",",
                        list.stream()
                                .map(part -> String.valueOf(part)
                                        .replace("\\", "\\\\")
                                        .replace(",", "\\,"))
                                .toList())
                : String.valueOf(value);
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
