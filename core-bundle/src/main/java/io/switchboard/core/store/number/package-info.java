/** Numbers that people read: unique on all nodes, taken from the database in blocks so that most cost no statement. */
@NullMarked
package io.switchboard.core.store.number;

import org.jspecify.annotations.NullMarked;
