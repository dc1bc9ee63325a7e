package io.switchboard.intake.chat;

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Chats that agents hold in another tool. An agent logs what the customer asks for. */
@Component
@SwitchboardPlugin(socket = "IntakeChannel")
public final class ChatChannel implements IntakeChannel {
    @Override
    public String id() {
        return "chat";
    }

    @Override
    public String name() {
        return "Chat";
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.LOGGED_BY_AGENTS);
    }
}
