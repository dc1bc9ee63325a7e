package io.switchboard.core.people.directory;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.core.delivery.Letter;
import io.switchboard.core.delivery.LetterLanguage;
import io.switchboard.core.delivery.LetterTemplate;
import io.switchboard.core.people.LinkTokens.Purpose;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.web.PublicAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The letters by which people get their links, and for how long these are good, which the letters say in words. */
enum LinkLetter {
    /** Somebody asked for a new password. */
    PASSWORD_RESET("password-reset", Purpose.PASSWORD_RESET, Duration.ofHours(2), "/password/", "password-reset"),
    /** A customer asked for a link to sign in. */
    SIGN_IN_ASKED("sign-in-link", Purpose.SIGN_IN, Duration.ofHours(1), "/sign-in/", "sign-in-asked"),
    /** An agent made a link for a customer. */
    SIGN_IN_MADE("sign-in-link", Purpose.SIGN_IN, Duration.ofHours(24), "/sign-in/", "sign-in-made"),
    /** Somebody is invited to choose a password. */
    INVITATION("invitation", Purpose.INVITATION, Duration.ofDays(7), "/invitation/", "invitation");

    private static final TypeReference<List<String>> TAGS = new TypeReference<>() {};

    private final String kind;
    private final Purpose purpose;
    private final Duration valid;
    private final String path;
    private final LetterTemplate template;

    LinkLetter(String kind, Purpose purpose, Duration valid, String path, String template) {
        this.kind = kind;
        this.purpose = purpose;
        this.valid = valid;
        this.path = path;
        this.template = new LetterTemplate(LinkLetter.class, template);
    }

    /** Returns what the link is for. */
    Purpose purpose() {
        return purpose;
    }

    /** Returns for how long the link is good. */
    Duration valid() {
        return valid;
    }

    /** Returns the letter to somebody who has an address, which is worth sending as long as its link is good. */
    Letter to(PersonRow receiver, PublicAddress desk, String token) {
        String email = Objects.requireNonNull(receiver.email(), "only who has an address is written to");
        return template.write(
                kind,
                new Address("email", email, receiver.name()),
                language(receiver),
                Map.of("desk", desk.resolve("/"), "link", desk.resolve(path + token)),
                valid);
    }

    private static LetterLanguage language(PersonRow receiver) {
        String language = receiver.language();
        List<String> spoken = language == null ? Json.read(receiver.languages(), TAGS) : List.of(language);
        return LetterLanguage.firstOf(
                spoken.stream().map(Locale::forLanguageTag).toList());
    }
}
