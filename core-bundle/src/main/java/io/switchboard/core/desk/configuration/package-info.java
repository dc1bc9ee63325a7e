/** What administrators decide about tickets: categories, products, and what the priorities mean. */
@NullMarked
package io.switchboard.core.desk.configuration;

import org.jspecify.annotations.NullMarked;
