/** A customer directory that asks a CRM over HTTP and reads JSON. */
@NullMarked
package io.switchboard.directory.http;

import org.jspecify.annotations.NullMarked;
