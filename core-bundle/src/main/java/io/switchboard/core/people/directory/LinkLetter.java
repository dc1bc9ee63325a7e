package io.switchboard.core.people.directory;

import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.core.delivery.Letter;
import io.switchboard.core.people.LinkTokens.Purpose;
import io.switchboard.core.web.PublicAddress;
import java.time.Duration;

/** The letters by which people get their links, and for how long these are good. */
enum LinkLetter {
    /** Somebody asked for a new password. */
    PASSWORD_RESET(
            "password-reset", Purpose.PASSWORD_RESET, Duration.ofHours(2), "/password/", "Choose a new password", """
            Somebody, probably you, asked for a new password at %1$s.

            To choose one, open this address within two hours:

            %2$s

            If it was not you, do nothing: your password stays as it is.
            """),
    /** A customer asked for a link to sign in. */
    SIGN_IN_ASKED("sign-in-link", Purpose.SIGN_IN, Duration.ofHours(1), "/sign-in/", "Your link to sign in", """
            Somebody, probably you, asked for a link to sign in at %1$s.

            To sign in, open this address within an hour; it can be used once:

            %2$s

            If it was not you, do nothing, and pass this message on to nobody.
            """),
    /** An agent made a link for a customer. */
    SIGN_IN_MADE(
            "sign-in-link", Purpose.SIGN_IN, Duration.ofHours(24), "/sign-in/", "A link to sign in, made for you", """
            The help desk at %1$s made a link for you to sign in.

            To sign in, open this address within a day; it can be used once:

            %2$s

            Pass this message on to nobody.
            """),
    /** Somebody is invited to choose a password. */
    INVITATION("invitation", Purpose.INVITATION, Duration.ofDays(7), "/invitation/", "You are invited", """
            You are invited to the help desk at %1$s.

            To choose a password, open this address within seven days:

            %2$s

            From then on you sign in with the address that this message was sent to. Pass the message on to nobody.
            """);

    private final String kind;
    private final Purpose purpose;
    private final Duration valid;
    private final String path;
    private final String subject;
    private final String text;

    LinkLetter(String kind, Purpose purpose, Duration valid, String path, String subject, String text) {
        this.kind = kind;
        this.purpose = purpose;
        this.valid = valid;
        this.path = path;
        this.subject = subject;
        this.text = text;
    }

    /** Returns what the link is for. */
    Purpose purpose() {
        return purpose;
    }

    /** Returns for how long the link is good. */
    Duration valid() {
        return valid;
    }

    /** Returns the letter, which is worth sending as long as its link is good. */
    Letter to(Address receiver, PublicAddress desk, String token) {
        String link = desk.resolve(path + token).toString();
        return new Letter(kind, receiver, subject, text.formatted(desk.resolve("/"), link), valid);
    }
}
