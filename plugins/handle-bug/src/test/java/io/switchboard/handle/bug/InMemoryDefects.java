package io.switchboard.handle.bug;

import io.switchboard.api.storage.PluginStorage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tables of the plugin in memory. */
final class InMemoryDefects implements PluginStorage, DefectMapper {
    final Map<UUID, Defect> defects = new LinkedHashMap<>();
    final Map<UUID, Member> members = new LinkedHashMap<>();

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T extends @Nullable Object> T read(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <M> M mapper(Class<M> mapper) {
        return mapper.cast(this);
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }

    @Override
    public String tablePrefix() {
        return "x_00000000_";
    }

    @Override
    public void add(Defect defect) {
        defects.put(defect.id(), defect);
    }

    @Override
    public int change(Defect defect) {
        return defects.replace(defect.id(), defect) == null ? 0 : 1;
    }

    @Override
    public @Nullable Defect defect(UUID id) {
        return defects.get(id);
    }

    @Override
    public @Nullable Defect byReference(String tracker, String reference) {
        return defects.values().stream()
                .filter(defect -> tracker.equals(defect.tracker()) && reference.equals(defect.reference()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Defect> list(UUID before, int limit) {
        return defects.values().stream().limit(limit).toList();
    }

    @Override
    public List<Defect> troubled(int limit) {
        return defects.values().stream()
                .filter(defect -> defect.troubleSince() != null)
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(UUID id) {
        defects.remove(id);
    }

    @Override
    public void join(Member member) {
        members.put(member.ticket(), member);
    }

    @Override
    public int changeMember(Member member) {
        return members.replace(member.ticket(), member) == null ? 0 : 1;
    }

    @Override
    public @Nullable Member member(UUID ticket) {
        return members.get(ticket);
    }

    @Override
    public List<Member> members(UUID defect) {
        return members.values().stream()
                .filter(member -> defect.equals(member.defect()))
                .sorted(Comparator.comparing(Member::ticket))
                .toList();
    }

    @Override
    public int leave(UUID ticket) {
        return members.remove(ticket) == null ? 0 : 1;
    }
}
