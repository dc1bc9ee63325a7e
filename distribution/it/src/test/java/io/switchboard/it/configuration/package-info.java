/** Templates, macros, views and preferences on the running server. */
@NullMarked
package io.switchboard.it.configuration;

import org.jspecify.annotations.NullMarked;
