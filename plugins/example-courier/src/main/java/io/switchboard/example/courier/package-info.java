/** A courier that puts mail into a folder from which a mail server picks it up. */
@NullMarked
package io.switchboard.example.courier;

import org.jspecify.annotations.NullMarked;
