/**
 * The store: transactions, mappers, identifiers and the conventions by which every feature keeps its data.
 *
 * <h2>How a feature stores something</h2>
 *
 * A feature has a package {@code core.store.<feature>} with an interface in words of the domain, one component that
 * implements it ({@code SqlXStore}), and a MyBatis mapper ({@code XMapper} with {@code XMapper.xml} at the same path
 * under the resources). The component gets {@link io.switchboard.core.store.MapperSource} and calls
 * {@code mappers.of(XMapper.class).method(...)}, which works inside a transaction of
 * {@link io.switchboard.core.store.Transactions} only. A mapper need not be registered anywhere: it is added when it is
 * first asked for, together with handlers for the identifiers that its methods mention.
 *
 * <h2>What a value becomes in a column</h2>
 *
 * <ul>
 *   <li>{@link java.time.Instant}: {@code ${time}}, in UTC, to the microsecond
 *   <li>{@link java.util.UUID}: {@code uuid}
 *   <li>a record of the API with one component of type UUID or String, for example {@code TicketId}: as its component
 *   <li>an enum: what its method {@code id()} returns, else its name in lower case
 *   <li>anything nested: JSON text made by {@link io.switchboard.core.store.Json}
 * </ul>
 *
 * Rows are records. MyBatis fills them by the names of their components, {@code created_at} fills {@code createdAt}.
 *
 * <h2>What every component of the store must do</h2>
 *
 * Wait for the tables: components that use transactions when they start carry
 * {@code @SatisfyingConditionTarget("(osgi.condition.id=switchboard.database)")}. {@code Transactions} itself is there
 * only once the migrations are done, so components that reference it wait by themselves.
 */
@NullMarked
package io.switchboard.core.store;

import org.jspecify.annotations.NullMarked;
