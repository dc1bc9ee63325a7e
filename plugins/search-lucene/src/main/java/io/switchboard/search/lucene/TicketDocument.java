package io.switchboard.search.lucene;

import static java.util.stream.Collectors.joining;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.search.SearchDocuments.SearchDocument;
import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TriageState;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/** Turns a ticket into what is kept of it in the index. */
final class TicketDocument {
    /** Of longer threads the rest is not found. */
    static final int LONGEST_TEXT = 1_000_000;
    /** Highlights are taken from the beginning of the text. */
    private static final int LONGEST_STORED = 10_000;

    private final Document document = new Document();
    private final SearchDocument source;
    private final Ticket ticket;

    private TicketDocument(SearchDocument source) {
        this.source = source;
        this.ticket = source.ticket();
    }

    /** Returns whether the ticket belongs into an index: not before triage has spoken. */
    static boolean belongs(SearchDocument source) {
        return source.ticket().progress().triage() != TriageState.PENDING;
    }

    /** Returns the document for an index. */
    static Document of(SearchDocument source) {
        TicketDocument made = new TicketDocument(source);
        made.identity();
        made.text();
        made.fields();
        made.scope();
        return made.document;
    }

    private void identity() {
        document.add(new StringField(IndexField.ID, ticket.id().toString(), Store.NO));
        document.add(new LongField(IndexField.KEY, ticket.id().value().getMostSignificantBits(), Store.NO));
        document.add(new NumericDocValuesField(
                IndexField.KEY_REST, ticket.id().value().getLeastSignificantBits()));
        exact(IndexField.NUMBER, ticket.number());
        ExternalReference external = ticket.external();
        if (external != null) {
            exact(IndexField.NUMBER, external.number());
        }
    }

    private void text() {
        document.add(new TextField(IndexField.SUBJECT, clean(ticket.subject()), Store.NO));
        searchable(IndexField.TEXT, clean(visibleText()));
        String notes = source.messages().stream()
                .filter(message -> message.kind() == MessageKind.NOTE)
                .map(TicketDocument::plain)
                .collect(joining("\n"));
        if (!notes.isEmpty()) {
            searchable(IndexField.NOTES, clean(notes));
        }
    }

    private void searchable(String field, String text) {
        document.add(new TextField(field, start(text, LONGEST_TEXT), Store.NO));
        document.add(new StoredField(field, start(text, LONGEST_STORED)));
    }

    private String visibleText() {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(ticket.subject());
        parts.add(ticket.description());
        source.messages().stream()
                .filter(message -> message.kind() != MessageKind.NOTE)
                .forEach(message -> {
                    String body = plain(message);
                    if (!body.equals(ticket.description())) {
                        parts.add(body);
                    }
                    message.attachments().stream().map(Attachment::name).forEach(parts::add);
                });
        parts.add(ticket.circumstances().errorMessages());
        parts.addAll(ticket.circumstances().affectedSystems());
        parts.add(ticket.circumstances().userImpact());
        Resolution resolution = ticket.resolution();
        parts.add(resolution == null ? null : resolution.summary());
        ticket.fields().values().forEach(value -> parts.add(text(value)));
        parts.addAll(ticket.tags());
        people().forEach(person -> parts.add(shown(person)));
        parts.add(ticket.number());
        ExternalReference external = ticket.external();
        parts.add(external == null ? null : external.number());
        return parts.stream().filter(part -> part != null && !part.isBlank()).collect(joining("\n"));
    }

    private List<PersonReference> people() {
        List<PersonReference> people = new ArrayList<>(List.of(ticket.requester(), ticket.submitter()));
        PersonReference assignee = ticket.assignee();
        if (assignee != null) {
            people.add(assignee);
        }
        for (Message message : source.messages()) {
            PersonReference author = message.author();
            if (author != null && message.kind() != MessageKind.NOTE) {
                people.add(author);
            }
        }
        return people.stream().distinct().toList();
    }

    private void fields() {
        exact("status", ticket.progress().status().id());
        exact("stage", ticket.progress().stage().id());
        exact("priority", ticket.classification().priority().id());
        exact("type", ticket.classification().type().id());
        exact("channel", ticket.channel());
        String product = ticket.classification().product();
        if (product != null) {
            exact("product", product);
        }
        String category = ticket.classification().category();
        if (category != null) {
            categories(category);
        }
        ticket.tags().forEach(tag -> exact("tag", tag));
        words("requester", shown(ticket.requester()));
        PersonReference assignee = ticket.assignee();
        words("assignee", assignee == null ? IndexField.NOBODY : shown(assignee));
        Ticket.TeamReference team = ticket.team();
        words("team", team == null ? IndexField.NOBODY : team.name());
    }

    /** A category is found by its own path and by that of every category above it. */
    private void categories(String path) {
        exact("category", path);
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            exact("category", path.substring(0, slash));
        }
    }

    private void scope() {
        source.people()
                .forEach(person -> document.add(new StringField(IndexField.PERSON, person.toString(), Store.NO)));
        OrganizationId organization = ticket.organization();
        if (organization != null) {
            document.add(new StringField(IndexField.ORGANIZATION, organization.toString(), Store.NO));
        }
        Ticket.TeamReference team = ticket.team();
        String teamId = team == null ? IndexField.NOBODY : team.id().toString();
        document.add(new StringField(IndexField.TEAM_ID, teamId, Store.NO));
        if (ticket.confidential()) {
            document.add(new StringField(IndexField.CONFIDENTIAL, IndexField.YES, Store.NO));
        }
        exact(IndexField.DISPOSITION, ticket.progress().disposition().id());
    }

    private void exact(String field, String value) {
        document.add(new StringField(field, exactForm(value), Store.NO));
    }

    private void words(String field, String value) {
        document.add(new TextField(field, clean(value), Store.NO));
    }

    /** Returns the form in which a value of an exact field is kept and asked for; Lucene bounds a term's bytes. */
    static String exactForm(String value) {
        return start(start(FoldingAnalyzer.composed(value), 300).toLowerCase(Locale.ROOT), 300);
    }

    private static String shown(PersonReference person) {
        String email = person.email();
        return email == null ? person.name() : person.name() + " " + email;
    }

    private static String text(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return text.value();
        }
        if (value instanceof FieldValue.Number number) {
            return number.value().toPlainString();
        }
        if (value instanceof FieldValue.Items items) {
            return String.join("\n", items.values());
        }
        return "";
    }

    private static String plain(Message message) {
        if (message.format() != BodyFormat.HTML) {
            return message.body();
        }
        try (HTMLStripCharFilter stripped = new HTMLStripCharFilter(new StringReader(message.body()))) {
            StringWriter plain = new StringWriter();
            stripped.transferTo(plain);
            return plain.toString();
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    /** Takes out the characters that mark highlights, so that nobody can forge one. */
    private static String clean(String text) {
        return FoldingAnalyzer.composed(text).replaceAll("[\uE000-\uE002]", "");
    }

    private static String start(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
