package io.switchboard.handle.bug;

import io.switchboard.api.people.Customer;
import io.switchboard.api.people.Directory;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes out of a text who the customers of a ticket are: every mail address, their names, and their telephone numbers. */
final class Discretion {
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}.-]{1,253}");
    private static final String SOMEBODY = "[customer]";
    private static final String SOME_ADDRESS = "[address]";
    private static final String SOME_NUMBER = "[number]";
    /** A shorter part of a name counts only as it is written, since somebody may be called Will or Mark. */
    private static final int ANY_CASE = 5;

    private static final int SHORTEST_PART = 3;

    private final @Nullable Pattern names;
    private final List<String> numbers;

    private Discretion(@Nullable Pattern names, List<String> numbers) {
        this.names = names;
        this.numbers = numbers;
    }

    static Discretion about(Ticket ticket, Directory directory) {
        Set<String> names = new LinkedHashSet<>();
        List<String> numbers = new ArrayList<>();
        for (PersonReference person : List.of(ticket.requester(), ticket.submitter())) {
            names.add(person.name().strip());
            for (String part : person.name().strip().split("\\s+")) {
                if (part.length() >= SHORTEST_PART) {
                    names.add(part);
                }
            }
            phone(directory, person.id()).ifPresent(numbers::add);
        }
        return new Discretion(anyOf(names), numbers);
    }

    private static Optional<String> phone(Directory directory, PersonId person) {
        return directory.customer(person).map(Customer::phone).filter(phone -> !phone.isBlank());
    }

    /** All at once and the longest first, so that nothing is looked for in what stands for a name already. */
    private static @Nullable Pattern anyOf(Set<String> names) {
        String any = names.stream()
                .filter(name -> !name.isBlank())
                .sorted(Comparator.comparing(String::length).reversed())
                .map(name -> name.length() >= ANY_CASE ? "(?iu:" + Pattern.quote(name) + ")" : Pattern.quote(name))
                .collect(Collectors.joining("|"));
        return any.isEmpty() ? null : Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])");
    }

    String clean(String text) {
        String clean = ADDRESS.matcher(text).replaceAll(SOME_ADDRESS);
        for (String number : numbers) {
            clean = clean.replace(number, SOME_NUMBER);
        }
        return names == null ? clean : names.matcher(clean).replaceAll(SOMEBODY);
    }
}
