/**
 * The HTTP server around the servlet whiteboard: configures Jetty, judges every request before any servlet sees it
 * (strict addresses, methods, proxies, load), answers Jetty's own errors as problems, writes the headers that protect
 * pages, and stops without failing what is in flight. Knows nothing of resources or of the desk.
 */
@NullMarked
package io.switchboard.core.web;

import org.jspecify.annotations.NullMarked;
