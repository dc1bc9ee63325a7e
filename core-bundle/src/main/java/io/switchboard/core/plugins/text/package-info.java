/** What plugins say of themselves, in the languages of who reads it. */
@NullMarked
package io.switchboard.core.plugins.text;

import org.jspecify.annotations.NullMarked;
