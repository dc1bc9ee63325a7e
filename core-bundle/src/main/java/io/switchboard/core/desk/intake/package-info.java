/** How tickets begin: channels, contacts, and the transaction that opens a ticket and runs no plugin's code. */
@NullMarked
package io.switchboard.core.desk.intake;

import org.jspecify.annotations.NullMarked;
