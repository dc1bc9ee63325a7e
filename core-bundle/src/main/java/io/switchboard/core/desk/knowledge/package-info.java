/** What the desk knows already: the articles of the knowledge bases that plugins bring. */
@NullMarked
package io.switchboard.core.desk.knowledge;

import org.jspecify.annotations.NullMarked;
