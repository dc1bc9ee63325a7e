package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on what a person leaves in the tables of others. */
public interface PersonTracesMapper {
    void deleteCredential(PersonId person);

    void deleteRecoveryCodes(PersonId person);

    void deleteSessions(PersonId person);

    void deleteTokens(PersonId person);

    void deleteLinks(PersonId person);

    void deleteVerifications(PersonId person);

    void voidSurveys(PersonId person);

    void deleteIdentities(PersonId person);

    void deleteRoles(PersonId person);

    void deleteMemberships(PersonId person);

    void deleteAbsences(PersonId person);

    void deleteLoad(PersonId person);

    void deleteParticipations(PersonId person);

    void deleteShelf(PersonId person);

    void deleteOrigins(PersonId person);

    void deleteLookup(PersonId person);

    void deleteDrafts(PersonId person);

    void deletePresence(PersonId person);

    void deleteNotifications(PersonId person);

    void leaveTasks(PersonId person);

    void deleteRequests(String caller);

    void forgetAnswers(String mentioning);

    void deleteSent(@Param("addresses") Collection<String> addresses);

    void forgetAddresses(String name);

    void forgetStates(String name);

    List<TicketId> requested(
            @Param("person") PersonId person, @Param("after") @Nullable TicketId after, @Param("limit") int limit);

    List<TicketId> submitted(
            @Param("person") PersonId person, @Param("after") @Nullable TicketId after, @Param("limit") int limit);

    List<TicketId> assigned(
            @Param("person") PersonId person, @Param("after") @Nullable TicketId after, @Param("limit") int limit);

    List<TicketId> written(
            @Param("person") PersonId person, @Param("after") @Nullable TicketId after, @Param("limit") int limit);

    List<TicketId> planned(
            @Param("person") PersonId person, @Param("after") @Nullable TicketId after, @Param("limit") int limit);

    List<TicketId> worked(
            @Param("person") PersonId person, @Param("after") @Nullable TicketId after, @Param("limit") int limit);

    List<TicketId> escalated(
            @Param("person") PersonId person, @Param("after") @Nullable TicketId after, @Param("limit") int limit);

    List<TicketId> answered(
            @Param("person") PersonId person, @Param("after") @Nullable TicketId after, @Param("limit") int limit);

    List<TicketId> surveyed(
            @Param("person") PersonId person, @Param("after") @Nullable TicketId after, @Param("limit") int limit);
}
