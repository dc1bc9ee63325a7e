/**
 * What the desk knows already: the socket KnowledgeBase. Version 0: may still change.
 */
@Export
@Version("0.2.0")
@NullMarked
package io.switchboard.api.knowledge;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
