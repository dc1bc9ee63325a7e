/** What people keep to work with, for themselves or for others: templates, macros and saved views. */
@NullMarked
package io.switchboard.core.store.shelf;

import org.jspecify.annotations.NullMarked;
