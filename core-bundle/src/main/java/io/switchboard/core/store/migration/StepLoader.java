package io.switchboard.core.store.migration;

import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.ibatis.migration.Change;
import org.apache.ibatis.migration.MigrationLoader;
import org.jspecify.annotations.Nullable;

/** Gives MyBatis Migrations one change per step. */
final class StepLoader implements MigrationLoader {
    private final Map<BigDecimal, MigrationStep> steps = new LinkedHashMap<>();
    private final UnaryOperator<String> variables;

    StepLoader(List<MigrationStep> steps, UnaryOperator<String> variables) {
        this.variables = variables;
        for (MigrationStep step : steps) {
            if (this.steps.put(step.id(), step) != null) {
                throw new IllegalArgumentException("Two files of migrations have the number of step " + step.id());
            }
        }
    }

    @Override
    public List<Change> getMigrations() {
        List<Change> changes = new ArrayList<>();
        for (MigrationStep step : steps.values()) {
            Change change = new Change(step.id());
            change.setDescription(step.description());
            change.setFilename(step.id() + " " + step.description());
            changes.add(change);
        }
        return changes;
    }

    @Override
    public Reader getScriptReader(Change change, boolean undo) {
        MigrationStep step = steps.get(change.getId());
        if (step == null || undo) {
            throw new IllegalArgumentException("There is no step " + change.getId() + " to run");
        }
        return new StringReader(variables.apply(step.statement()));
    }

    @Override
    public @Nullable Reader getBootstrapReader() {
        return null;
    }

    @Override
    public @Nullable Reader getOnAbortReader() {
        return null;
    }
}
