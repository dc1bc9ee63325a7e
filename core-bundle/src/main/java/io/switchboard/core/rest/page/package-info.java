/** What plugins add to the web pages, as the pages ask for it. */
@NullMarked
package io.switchboard.core.rest.page;

import org.jspecify.annotations.NullMarked;
