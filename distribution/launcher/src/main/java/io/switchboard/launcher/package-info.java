/**
 * Starts the server: reads the command line, starts the OSGi framework and its bundles, stops them in order.
 *
 * <p>The launcher talks to the bundles through framework properties and three service properties only, so neither side
 * needs a class of the other.
 *
 * <h2>Framework properties that it sets</h2>
 *
 * <table>
 *   <caption>Read them with {@code BundleContext.getProperty}; an absent one was not given</caption>
 *   <tr><td>{@code switchboard.home}</td><td>the folder of the distribution, absolute</td></tr>
 *   <tr><td>{@code switchboard.version}</td><td>the version of the distribution</td></tr>
 *   <tr><td>{@code switchboard.data}</td><td>the data folder, absolute; it exists, is writable and locked</td></tr>
 *   <tr><td>{@code switchboard.mode}</td><td>{@code server}, or {@code command} when a command is to be carried out:
 *       then no port is opened</td></tr>
 *   <tr><td>{@code switchboard.command}</td><td>{@code backup}, {@code restore} or {@code verify-history}</td></tr>
 *   <tr><td>{@code switchboard.command.argument}</td><td>the absolute path of the file that it names</td></tr>
 *   <tr><td>those of {@link io.switchboard.launcher.Setting}</td><td>the settings of the command line and the environment;
 *       switches are {@code true} or absent</td></tr>
 * </table>
 *
 * <p>{@code conf/framework.properties} adds the properties of the framework's own bundles.
 *
 * <h2>Service properties that it waits for</h2>
 *
 * <ul>
 *   <li>{@code switchboard.ready=true}: the server answers; the launcher prints its address.
 *   <li>{@code switchboard.exit=N} with {@code switchboard.message}: the launcher prints the message, stops the framework
 *       and ends with exit code N. This is how a command ends, how a start is given up and how a running server stops
 *       itself.
 * </ul>
 */
@NullMarked
package io.switchboard.launcher;

import org.jspecify.annotations.NullMarked;
