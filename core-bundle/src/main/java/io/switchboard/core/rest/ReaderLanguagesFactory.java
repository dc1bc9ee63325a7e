package io.switchboard.core.rest;

import io.switchboard.core.plugins.text.ReaderLanguages;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Supplier;

/** Gives resources the languages of whoever reads their answer, and notes that the answer depends on them. */
final class ReaderLanguagesFactory implements Supplier<ReaderLanguages> {
    private static final String ASKED = "io.switchboard.languages";

    private final ContainerRequestContext request;

    @Inject
    ReaderLanguagesFactory(ContainerRequestContext request) {
        this.request = request;
    }

    @Override
    public ReaderLanguages get() {
        request.setProperty(ASKED, true);
        return ReaderLanguages.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Returns whether the resource of a request asked for the languages. */
    static boolean wasAsked(ContainerRequestContext request) {
        return request.getProperty(ASKED) != null;
    }
}
