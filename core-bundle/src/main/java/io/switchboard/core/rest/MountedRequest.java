package io.switchboard.core.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as the application below a path sees it: the path before it is the servlet's. */
final class MountedRequest extends HttpServletRequestWrapper {
    private final String base;

    MountedRequest(HttpServletRequest request, String base) {
        super(request);
        this.base = base;
    }

    @Override
    public String getServletPath() {
        return base;
    }

    @Override
    public String getPathInfo() {
        String path = super.getServletPath() + (super.getPathInfo() == null ? "" : super.getPathInfo());
        return path.length() > base.length() ? path.substring(base.length()) : "/";
    }
}
