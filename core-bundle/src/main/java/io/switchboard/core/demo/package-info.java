/**
 * The small company of {@code --demo}. What it consists of stands in the resources {@code company.jsonl} and {@code
 * tickets-*.jsonl}; {@link io.switchboard.core.demo.DemoDesk} has it acted through the use cases of the desk, each person as
 * themselves, while the clock is moved from sixty days ago to now.
 */
@NullMarked
package io.switchboard.core.demo;

import org.jspecify.annotations.NullMarked;
