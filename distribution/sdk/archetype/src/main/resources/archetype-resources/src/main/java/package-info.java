/** A channel for contacts at the front desk. */
package ${package};
