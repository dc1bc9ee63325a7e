/**
 * The two engines under the desk: HSQLDB in this process, and PostgreSQL over the network. Here, and nowhere else, it
 * is known how each is opened safely, how it makes a commit durable and what its failures mean.
 */
@NullMarked
package io.switchboard.core.store.database;

import org.jspecify.annotations.NullMarked;
