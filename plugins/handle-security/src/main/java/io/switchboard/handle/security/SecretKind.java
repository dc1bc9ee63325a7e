package io.switchboard.handle.security;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Kinds of secrets. Each is found in one pass over the text, without regular expressions. */
enum SecretKind {
    /** A private key in PEM or PuTTY form. */
    PRIVATE_KEY("private-key", "a private key", PrivateKeys::in),
    /** A token of a well-known service, or a signed web token. */
    ACCESS_TOKEN("access-token", "an access token", AccessTokens::in),
    /** A number of a payment card. */
    CARD_NUMBER("card-number", "a card number", CardNumbers::in),
    /** A password that is named as one. */
    PASSWORD("password", "a password in clear", Passwords::in);

    private final String id;
    private final String title;
    private final Predicate<String> search;

    SecretKind(String id, String title, Predicate<String> search) {
        this.id = id;
        this.title = title;
        this.search = search;
    }

    static Optional<SecretKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    String title() {
        return title;
    }

    boolean in(String text) {
        return search.test(text);
    }
}
