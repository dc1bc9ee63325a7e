/** What administrators decide about tickets, over HTTP: categories, products, priorities, lifecycle profiles. */
@NullMarked
package io.switchboard.core.rest.configuration;

import org.jspecify.annotations.NullMarked;
