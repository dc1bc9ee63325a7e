package io.switchboard.core.demo;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.people.WorkingHours;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.Catalog;
import io.switchboard.core.desk.configuration.CatalogEntry;
import io.switchboard.core.desk.configuration.CatalogKind;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.people.PhoneNumber;
import io.switchboard.core.people.directory.Absences;
import io.switchboard.core.people.directory.AgentProfile;
import io.switchboard.core.people.directory.Agents;
import io.switchboard.core.people.directory.CustomerProfile;
import io.switchboard.core.people.directory.Customers;
import io.switchboard.core.people.directory.OrganizationProfile;
import io.switchboard.core.people.directory.Organizations;
import io.switchboard.core.people.directory.TeamProfile;
import io.switchboard.core.people.directory.Teams;
import io.switchboard.core.triage.EditTriagePolicy;
import io.switchboard.core.triage.StoredTriagePolicy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets the stage: makes the catalogs, teams, agents, organizations and customers of the demo. */
@Component(service = Cast.class)
public final class Cast {
    private static final Caller STAGE = Caller.system("demo");
    private static final String COMPANY_DOMAIN = "nordwind.example";

    private final DemoProgress progress;
    private final Catalog catalog;
    private final Teams teams;
    private final Agents agents;
    private final Absences absences;
    private final Organizations organizations;
    private final Customers customers;
    private final EditTriagePolicy policy;

    /** Makes it. */
    @Activate
    public Cast(
            @Reference DemoProgress progress,
            @Reference Catalog catalog,
            @Reference Teams teams,
            @Reference Agents agents,
            @Reference Absences absences,
            @Reference Organizations organizations,
            @Reference Customers customers,
            @Reference EditTriagePolicy policy) {
        this.progress = progress;
        this.catalog = catalog;
        this.teams = teams;
        this.agents = agents;
        this.absences = absences;
        this.organizations = organizations;
        this.customers = customers;
        this.policy = policy;
    }

    /** Returns the scenes in which everybody and everything appears, all at one time. */
    List<Scene> scenes(Company company, Instant at, Moments moments, String password) {
        List<Scene> scenes = new ArrayList<>();
        company.catalog().forEach(entry -> scenes.add(Scene.of(at, entry.id(), () -> file(entry))));
        company.teams().forEach(team -> scenes.add(Scene.of(at, team.name(), () -> make(team))));
        scenes.add(Scene.of(at, "triage policy", () -> decide(company)));
        company.agents().forEach(agent -> {
            scenes.add(Scene.of(at, agent.name(), () -> make(agent, password)));
            List<Integer> away = agent.away();
            if (away != null) {
                scenes.add(Scene.of(at, agent.name() + " is away", () -> leave(agent, away, moments)));
            }
        });
        company.organizations().forEach(one -> scenes.add(Scene.of(at, one.name(), () -> make(one))));
        company.customers().forEach(one -> scenes.add(Scene.of(at, one.name(), () -> make(one, company))));
        return scenes;
    }

    /** Returns the address with which somebody of the desk signs in. */
    static String address(Company.Agent agent) {
        return agent.key() + "@" + COMPANY_DOMAIN;
    }

    private void file(Company.Entry entry) {
        CatalogKind kind = CatalogKind.valueOf(entry.is().toUpperCase(Locale.ROOT));
        catalog.add(STAGE, kind, new CatalogEntry(entry.id(), entry.name(), entry.description(), true));
    }

    private void make(Company.Team team) {
        String parent = team.parent();
        TeamProfile.Details details = new TeamProfile.Details(
                team.name(), parent == null ? null : team(parent), team.tier(), team.escalation());
        progress.making(
                "team." + team.key(),
                () -> team.first() ? rename(details) : teams.make(STAGE, details),
                made -> made.id().value());
    }

    private TeamProfile rename(TeamProfile.Details details) {
        String usual = policy.get(STAGE).content().defaultTeam();
        if (usual == null) {
            return teams.make(STAGE, details);
        }
        TeamId first = TeamId.of(usual);
        return teams.edit(STAGE, first, teams.get(STAGE, first).version(), details);
    }

    /** Says which skills the categories ask for, and which teams are given their tickets by hand. */
    private void decide(Company company) {
        Map<String, List<String>> skills = new HashMap<>();
        for (Company.Entry entry : company.catalog()) {
            List<String> asked = entry.skills();
            if (asked != null) {
                skills.put(entry.id(), asked);
            }
        }
        List<String> manual = company.teams().stream()
                .filter(Company.Team::manual)
                .map(team -> team(team.key()).toString())
                .toList();
        StoredTriagePolicy.Content now = policy.get(STAGE).content();
        policy.replace(
                STAGE,
                new StoredTriagePolicy.Content(now.defaultTeam(), manual, now.threshold(), skills),
                Precondition.any());
    }

    private void make(Company.Agent agent, String password) {
        Set<TeamId> joined = new HashSet<>();
        agent.teams().forEach(key -> joined.add(team(key)));
        String title = agent.title();
        AgentProfile.Details details = new AgentProfile.Details(
                agent.name(),
                EmailAddress.of(address(agent), "email"),
                true,
                agent.senior(),
                Set.of(agent.role()),
                joined,
                agent.skills() == null ? Map.of() : agent.skills(),
                Map.of(),
                agent.languages(),
                ZoneId.of(agent.zone()),
                hours(agent.hours()),
                agent.name() + "\n" + (title == null ? "" : title + ", ") + "Nordwind IT Services");
        progress.making(
                "person." + agent.key(),
                () -> agents.make(STAGE, details, password),
                made -> made.id().value());
    }

    private void leave(Company.Agent agent, List<Integer> away, Moments moments) {
        absences.add(
                STAGE,
                new PersonId(progress.id("person." + agent.key())),
                moments.day(away.get(0)).atStartOfDay(ZoneId.of(agent.zone())).toInstant(),
                moments.day(away.get(1))
                        .plusDays(1)
                        .atStartOfDay(ZoneId.of(agent.zone()))
                        .toInstant(),
                "Holiday");
    }

    private void make(Company.Organization one) {
        OrganizationProfile.Details details =
                new OrganizationProfile.Details(one.name(), Set.of(one.domain()), one.shares(), one.vip());
        progress.making(
                "organization." + one.key(),
                () -> organizations.make(STAGE, details),
                made -> made.id().value());
    }

    private void make(Company.Customer one, Company company) {
        String phone = one.phone();
        String organization = one.organization();
        CustomerProfile.Details details = new CustomerProfile.Details(
                one.name(),
                EmailAddress.of(address(one, company), "email"),
                phone == null ? null : PhoneNumber.of(phone, "phone"),
                organization == null ? null : new OrganizationId(progress.id("organization." + organization)),
                one.vip(),
                true,
                one.language(),
                Moments.ZONE,
                Map.of("title", one.title()));
        progress.making(
                "person." + one.key(),
                () -> customers.make(STAGE, details),
                made -> made.id().value());
    }

    private static String address(Company.Customer one, Company company) {
        String given = one.email();
        if (given != null) {
            return given;
        }
        return one.key() + "@"
                + company.organizations().stream()
                        .filter(organization -> organization.key().equals(one.organization()))
                        .map(Company.Organization::domain)
                        .findFirst()
                        .orElse("mail.example");
    }

    private TeamId team(String key) {
        return new TeamId(progress.id("team." + key));
    }

    /** Reads hours such as {@code MON-FRI 08:00-12:00 13:00-17:00}; empty means always. */
    private static List<WorkingHours> hours(@Nullable String told) {
        List<WorkingHours> hours = new ArrayList<>();
        if (told == null || told.isEmpty()) {
            return hours;
        }
        String[] parts = told.split(" ");
        int first = day(parts[0].substring(0, 3));
        int last = day(parts[0].substring(parts[0].length() - 3));
        for (int day = first; day <= last; day++) {
            for (int part = 1; part < parts.length; part++) {
                String[] times = parts[part].split("-");
                hours.add(new WorkingHours(DayOfWeek.of(day), LocalTime.parse(times[0]), LocalTime.parse(times[1])));
            }
        }
        return hours;
    }

    private static int day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(name)) {
                return day.getValue();
            }
        }
        throw new IllegalStateException("'" + name + "' is no day");
    }
}
