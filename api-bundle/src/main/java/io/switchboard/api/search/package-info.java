/**
 * Finding tickets: the socket SearchIndex that is fed with documents, the service SearchDocuments that gives
 * them, and the socket SearchProvider for other sources.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.search;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
