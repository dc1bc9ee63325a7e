/** A knowledge base that is a folder of Markdown files. */
@NullMarked
package io.switchboard.example.knowledge;

import org.jspecify.annotations.NullMarked;
