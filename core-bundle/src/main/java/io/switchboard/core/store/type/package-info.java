/** How values of the domain become columns: MyBatis type handlers and the MyBatis configuration that carries them. */
@NullMarked
package io.switchboard.core.store.type;

import org.jspecify.annotations.NullMarked;
