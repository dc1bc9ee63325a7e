/**
 * Where the bytes of files are kept: the socket BlobStore. The desk has one of its own; several nodes need a
 * shared one.
 */
@Export
@Version("0.2.0")
@NullMarked
package io.switchboard.api.files;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
