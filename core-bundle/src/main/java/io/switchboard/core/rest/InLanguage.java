package io.switchboard.core.rest;

/** An answer whose texts are all in one language. */
public interface InLanguage {
    /** Returns the language as a BCP 47 tag. */
    String language();
}
