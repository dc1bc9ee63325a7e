/**
 * The web interface: hands browsers the pages of the desk and what they load. All that the pages know they ask of the
 * public HTTP API; nothing here reads or changes a ticket.
 */
@NullMarked
package io.switchboard.web.ui;

import org.jspecify.annotations.NullMarked;
