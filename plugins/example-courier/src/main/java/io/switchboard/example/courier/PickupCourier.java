package io.switchboard.example.courier;

import io.switchboard.api.delivery.Courier;
import io.switchboard.api.delivery.OutgoingMessage;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Carries mail into a folder. A mail is written beside and renamed, so that what is picked up is whole; and it is remembered, so
 * that a message that comes again after it was picked up does not go out twice from this node.
 */
@Component(service = {Courier.class, PluginHealth.class})
@Designate(ocd = CourierSettings.class)
@SwitchboardPlugin(socket = "Courier")
@SwitchboardPlugin(socket = "PluginHealth")
public final class PickupCourier implements Courier, PluginHealth {
    private static final State UNSET = new State(
            Grade.YELLOW,
            "No mail is carried: set 'folder' to the absolute path of the pickup folder and 'sender' to a mail address.");

    private final @Nullable Path folder;
    private final String sender;
    private final Clock clock;
    private final CarriedMail carried;

    /** Takes the settings. */
    @Activate
    public PickupCourier(CourierSettings settings, @Reference PluginContext context) throws IOException {
        this(settings.folder(), settings.sender(), context);
    }

    PickupCourier(String folder, String sender, PluginContext context) throws IOException {
        this.folder = absolute(folder.strip());
        this.sender = sender.strip();
        this.clock = context.clock();
        this.carried = new CarriedMail(context.workFolder().resolve("carried"));
    }

    private static @Nullable Path absolute(String text) {
        try {
            return !text.isEmpty() && Path.of(text).isAbsolute() ? Path.of(text) : null;
        } catch (InvalidPathException none) {
            return null;
        }
    }

    @Override
    public String channel() {
        return "email";
    }

    @Override
    public boolean reaches(Address address) {
        return address.kind().equals("email") && MailAddress.is(address.value()) && check().grade() == Grade.GREEN;
    }

    @Override
    public Receipt deliver(OutgoingMessage message) throws IOException {
        if (!MailAddress.is(message.to().value())) {
            return new Receipt.Refused("The address is no mail address that this courier can write to");
        }
        Path pickup = folder;
        if (pickup == null || check().grade() != Grade.GREEN) {
            throw new IOException(String.valueOf(check().message()));
        }
        String name = message.id() + ".eml";
        Mail mail = new Mail(message, sender);
        if (!carried.has(name)) {
            Path draft = pickup.resolve(name + ".draft");
            Files.write(draft, mail.bytes(clock.instant()));
            Files.move(
                    draft, pickup.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            carried.add(name);
        }
        return new Receipt.Accepted(mail.reference());
    }

    @Override
    public State check() {
        if (folder == null || !MailAddress.is(sender)) {
            return UNSET;
        }
        return Files.isDirectory(folder) && Files.isWritable(folder)
                ? State.WELL
                : new State(Grade.RED, "The server cannot write into the pickup folder; mail waits until it can.");
    }
}
