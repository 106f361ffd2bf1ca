package dk.debitorkonto.handling;

import static dk.debitorkonto.handling.Peers.DONE;
import static dk.debitorkonto.handling.Peers.PEER;
import static dk.debitorkonto.handling.Peers.atOnce;
import static dk.debitorkonto.handling.Peers.deferred;
import static dk.debitorkonto.handling.Peers.keep;
import static dk.debitorkonto.handling.Peers.request;
import static dk.debitorkonto.handling.Peers.routed;
import static dk.debitorkonto.handling.Peers.row;
import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is passed on to a debtor system outside, and what it says. */
class RoutedDeskTest {

    @ParameterizedTest
    @EnumSource
    void nothing_is_kept_before_the_peer_has_spoken(TestDatabase database) {
        try (var office = routed(database)) {
            var submission = request("a");

            assertThat(office.desk.submit(submission))
                    .isEqualTo(new Reply.PassOn(PEER, Instant.parse("2026-07-01T10:00:00Z")));

            assertThat(office.count("request")).isZero();
            assertThat(office.desk.submit(submission)).isInstanceOf(Reply.PassOn.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_receipt_is_kept_and_given_to_who_asks_again(TestDatabase database) {
        try (var office = routed(database)) {
            var submission = request("a");

            assertThat(keep(office, submission, DONE)).isEqualTo(new Reply.PassedOn("<done/>", false));

            assertThat(row(office, submission.request().identification()))
                    .containsEntry("outcome", "CARRIED_OUT")
                    .containsEntry("answer", "NONE");
            assertThat(office.desk.submit(submission))
                    .isEqualTo(new Reply.DecidedBefore("<done/>", Instant.parse("2026-07-01T10:00:00Z")));
            assertThat(office.desk.submit(request(submission.request().identification(), "b", null)))
                    .isEqualTo(new Reply.OtherContent("a"));
            assertThat(office.prove().holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_it_put_off_waits_for_it(TestDatabase database) {
        try (var office = routed(database)) {
            var identification = deferred(office);

            assertThat(row(office, identification))
                    .containsEntry("outcome", "DEFERRED")
                    .containsEntry("waiting_for", "PEER")
                    .containsEntry("expected", java.sql.Date.valueOf("2026-07-09"))
                    .containsEntry("answer", "NONE");
            var back = new BackOffice(office);
            assertThat(back.authorise(identification, "somebody")).isEqualTo(Judgement.NOT_WAITING);
            back.comes(LocalDate.of(2026, 8, 1));
            assertThat(back.stands(identification)).isEqualTo("PEER");
            assertThat(office.prove().holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_dry_run_and_another_receiver_are_not_passed_on(TestDatabase database) {
        try (var office = routed(database)) {
            var id = UUID.randomUUID();

            assertThat(office.desk.submit(request(id, "a", null, null, true))).isEqualTo(new Reply.OnlyHere());
            assertThat(office.desk.submit(request(id, "a", null, new UUID(5, 5), false)))
                    .isEqualTo(new Reply.NoRoute());
            for (var receiver : List.of(PEER.id(), new UUID(9, 9)))
                assertThat(office.desk.submit(request(id, "a", null, receiver, false)))
                        .isInstanceOf(Reply.PassOn.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void copies_that_were_passed_on_at_once_have_one_row(TestDatabase database) throws Exception {
        try (var office = routed(database)) {
            var submission = request("a");
            var on = (Reply.PassOn) office.desk.submit(submission);

            var replies = atOnce(8, () -> office.bean(RoutedDesk.class).keep(submission, on, DONE));

            assertThat(office.count("request")).isEqualTo(1);
            assertThat(replies).filteredOn(Reply.PassedOn.class::isInstance).hasSize(1);
            assertThat(replies)
                    .filteredOn(Reply.DecidedBefore.class::isInstance)
                    .hasSize(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_request_id_that_was_taken_meanwhile_loses_no_receipt(TestDatabase database) {
        try (var office = routed(database)) {
            var requestId = UUID.randomUUID();
            var first = request(UUID.randomUUID(), "a", requestId);
            var second = request(UUID.randomUUID(), "b", requestId);
            var on = (Reply.PassOn) office.desk.submit(second);
            keep(office, first, DONE);

            assertThat(office.desk.submit(second)).isInstanceOf(Reply.HeaderRefused.class);
            assertThat(office.bean(RoutedDesk.class).keep(second, on, DONE)).isInstanceOf(Reply.PassedOn.class);
            assertThat(office.count("request")).isEqualTo(2);
        }
    }
}
