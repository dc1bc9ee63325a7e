/**
 * What a ticket is about: the socket Classifier.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.classification;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
