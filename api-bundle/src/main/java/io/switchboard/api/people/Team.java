package io.switchboard.api.people;

import org.jspecify.annotations.Nullable;

/**
 * A team. Its queue is its open tickets; a team with teams below it is a department.
 *
 * @param id which
 * @param name its name, unique in the desk
 * @param parent the team above it, or null
 * @param tier its tier of support, from 1 (first contact) to 3 (specialists)
 * @param escalation whether it is where tickets go up to when nobody else can decide
 */
public record Team(TeamId id, String name, @Nullable TeamId parent, int tier, boolean escalation) {}
