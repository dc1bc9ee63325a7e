/**
 * Contract suites: one {@code *Contract} interface per socket. A plugin's test implements it, gives the object under
 * test, and JUnit runs what the socket promises. Needs of a suite that only the plugin knows are methods to implement.
 *
 * <p>The suites check what can be seen from outside: values and their ranges, that a question has the same answer twice
 * and on several threads at once, and that odd input has an answer. They measure no time.
 */
@NullMarked
package io.switchboard.testkit;

import org.jspecify.annotations.NullMarked;
