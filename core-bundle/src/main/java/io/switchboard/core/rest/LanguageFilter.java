package io.switchboard.core.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Says that an answer depends on the languages of its reader, and in which language it is, so that caches keep each apart. */
final class LanguageFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (ReaderLanguagesFactory.wasAsked(request)) {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
        if (response.getEntity() instanceof InLanguage answer) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, answer.language());
        }
    }
}
