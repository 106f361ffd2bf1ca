package dk.debitorkonto.outbox;

import static dk.debitorkonto.outbox.Attempt.Result.ACCEPTED;
import static dk.debitorkonto.outbox.Attempt.Result.FAILED;
import static dk.debitorkonto.outbox.Attempt.Result.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.outbox.Delivery.State;
import dk.debitorkonto.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold of the outbox on each database. */
abstract class OutboxContract {

    private static final String A = "http://a/svar";
    private static final String B = "http://b/svar";
    private static final Duration NO_TIME = Duration.ZERO;

    private final TestDatabase database;
    private Depot depot;
    private Partner partner;
    private Couriers couriers;

    OutboxContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        depot = new Depot(database);
        partner = new Partner();
        couriers = depot.couriers(partner);
    }

    @AfterEach
    void close() {
        couriers.close();
        depot.close();
    }

    @Test
    void an_accepted_answer_is_sent_once_and_its_try_is_kept() throws Exception {
        var message = depot.message(depot.caseSystem(A));
        assertThat(depot.state(message)).isEqualTo(State.PENDING);

        depot.advance(NO_TIME, couriers);
        depot.advance(Duration.ofDays(30), couriers);

        assertThat(depot.state(message)).isEqualTo(State.ACCEPTED);
        assertThat(partner.sent).containsExactly(new Partner.Sent(A, message, "<body of='" + message + "'/>"));
        assertThat(depot.jdbc.queryForMap("select number, url, http_status, result, came_back from attempt"))
                .containsEntry("number", 1)
                .containsEntry("url", A)
                .containsEntry("http_status", 200)
                .containsEntry("result", "ACCEPTED")
                .containsEntry("came_back", "said");
    }

    @Test
    void a_rejected_answer_is_not_sent_again_but_by_a_person() throws Exception {
        partner.says(A, REJECTED);
        var message = depot.message(depot.caseSystem(A));
        depot.advance(Duration.ofDays(30), couriers);
        assertThat(depot.state(message)).isEqualTo(State.REJECTED);
        partner.says(A, ACCEPTED);

        assertThat(depot.outbox.resend(message, "anna", "modtageren er rettet")).isTrue();
        assertThat(depot.state(message)).isEqualTo(State.PENDING);
        depot.advance(NO_TIME, couriers);

        assertThat(depot.state(message)).isEqualTo(State.ACCEPTED);
        assertThat(depot.results(message)).containsExactly("REJECTED", "ACCEPTED");
        assertThat(new HashSet<>(partner.sent)).hasSize(1);
        assertThat(depot.outbox.resend(message, "anna", "en gang til")).isFalse();
        assertThat(depot.jdbc.queryForMap("select tries, person, comment from resend"))
                .containsEntry("tries", 1)
                .containsEntry("person", "anna")
                .containsEntry("comment", "modtageren er rettet");
    }

    @Test
    void what_fails_waits_from_the_try_before() throws Exception {
        partner.says(A, FAILED);
        var message = depot.message(depot.caseSystem(A));

        depot.advance(NO_TIME, couriers);
        assertThat(depot.state(message)).isEqualTo(State.SENT);
        depot.advance(Duration.ofSeconds(19), couriers);
        assertThat(depot.results(message)).hasSize(1);
        depot.advance(Duration.ofSeconds(1), couriers);
        assertThat(depot.results(message)).hasSize(2);
        depot.advance(Duration.ofHours(2), couriers);
        assertThat(depot.results(message)).hasSize(3);
        depot.advance(Duration.ofMinutes(3).minusSeconds(1), couriers);
        assertThat(depot.results(message)).hasSize(3);
        depot.advance(Duration.ofSeconds(1), couriers);
        assertThat(depot.results(message)).hasSize(4);
    }

    @Test
    void what_never_gets_through_is_parked_after_14_days_and_begins_anew_when_resent() throws Exception {
        partner.says(A, FAILED);
        var message = depot.message(depot.caseSystem(A));
        depot.advance(NO_TIME, couriers);
        depot.advance(Duration.ofDays(14), couriers);
        assertThat(depot.state(message)).isEqualTo(State.PARKED);

        depot.outbox.resend(message, "anna", "prøv igen");
        depot.advance(NO_TIME, couriers);
        depot.advance(Duration.ofSeconds(20), couriers);

        assertThat(depot.results(message)).hasSize(4);
        assertThat(depot.state(message)).isEqualTo(State.SENT);
    }

    @Test
    void an_answer_waits_for_its_receipt_to_be_written() throws Exception {
        var receiver = depot.caseSystem(A);
        var message = depot.answer(depot.request(receiver, false), receiver);
        depot.advance(Duration.ofSeconds(59), couriers);
        assertThat(partner.sent).isEmpty();

        depot.outbox.told(Depot.CVR, receiver, message);
        depot.advance(NO_TIME, couriers);

        assertThat(depot.state(message)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void an_answer_whose_receipt_was_never_written_goes_after_a_minute() throws Exception {
        var receiver = depot.caseSystem(A);
        var message = depot.answer(depot.request(receiver, false), receiver);

        depot.advance(Duration.ofSeconds(60), couriers);

        assertThat(depot.state(message)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void a_receipt_that_is_written_twice_moves_nothing() throws Exception {
        var receiver = depot.caseSystem(A);
        partner.says(A, FAILED);
        var message = depot.answer(depot.request(receiver, false), receiver);
        depot.outbox.told(Depot.CVR, receiver, message);
        depot.advance(NO_TIME, couriers);

        depot.outbox.told(Depot.CVR, receiver, message);
        depot.advance(Duration.ofSeconds(5), couriers);

        assertThat(depot.results(message)).hasSize(1);
    }

    @Test
    void without_an_address_it_is_parked_until_there_is_one() throws Exception {
        var receiver = depot.caseSystem(null);
        var message = depot.message(receiver);
        assertThat(depot.state(message)).isEqualTo(State.PARKED);
        depot.advance(Duration.ofDays(20), couriers);
        assertThat(depot.state(message)).isEqualTo(State.PARKED);

        depot.hasCallback(receiver, A);
        depot.advance(NO_TIME, couriers);

        assertThat(depot.state(message)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void what_waits_is_parked_when_its_receiver_loses_its_address() throws Exception {
        partner.says(A, FAILED);
        var receiver = depot.caseSystem(A);
        var message = depot.message(receiver);
        depot.advance(NO_TIME, couriers);

        depot.hasCallback(receiver, null);
        depot.advance(Duration.ofHours(1), couriers);
        assertThat(depot.state(message)).isEqualTo(State.PARKED);
        depot.hasCallback(receiver, B);
        depot.advance(NO_TIME, couriers);

        assertThat(depot.state(message)).isEqualTo(State.ACCEPTED);
        assertThat(partner.sent.getLast().address()).isEqualTo(B);
    }

    @Test
    void after_five_failures_in_a_row_a_receiver_is_let_be_then_tried_with_one() throws Exception {
        partner.says(A, FAILED);
        var receiver = depot.caseSystem(A);
        var messages = new ArrayList<UUID>();
        for (var i = 0; i < 20; i++) messages.add(depot.message(receiver));

        depot.advance(NO_TIME, couriers);
        var failed = partner.sent.size();
        assertThat(failed).isBetween(5, 8);
        depot.advance(Duration.ofSeconds(59), couriers);
        assertThat(partner.sent).hasSize(failed);
        depot.advance(Duration.ofSeconds(1), couriers);
        assertThat(partner.sent).hasSize(failed + 1);
        partner.says(A, ACCEPTED);
        depot.advance(Duration.ofSeconds(60), couriers);

        assertThat(messages).allMatch(each -> depot.state(each) == State.ACCEPTED);
        assertThat(messages.stream().map(depot::results).filter(results -> results.contains("FAILED")))
                .hasSize(failed + 1);
    }

    @Test
    void at_most_four_are_in_flight_to_a_receiver_and_a_slow_one_delays_no_other() throws Exception {
        partner.isSlow(A);
        var slow = depot.caseSystem(A);
        for (var i = 0; i < 10; i++) depot.message(slow);
        var swift = depot.message(depot.caseSystem(B));

        couriers.look();
        partner.await(5);
        assertThat(partner.messages()).contains(swift);
        assertThat(partner.comesAnother()).isFalse();
        partner.letGo(A, 100);
        depot.advance(NO_TIME, couriers);

        assertThat(partner.sent).hasSize(11);
        assertThat(partner.most()).isEqualTo(4);
    }

    @Test
    void two_nodes_send_each_message_once_and_never_more_than_four_at_a_time() throws Exception {
        var receivers = new UUID[] {depot.caseSystem(A), depot.caseSystem(B), depot.caseSystem(A)};
        var messages = new ArrayList<UUID>();
        for (var i = 0; i < 150; i++) messages.add(depot.message(receivers[i % 3]));
        try (var other = depot.couriers(partner)) {
            var beside = Thread.startVirtualThread(() -> {
                for (var i = 0; i < 50; i++) other.look();
            });
            depot.advance(NO_TIME, couriers);
            beside.join();
        }

        assertThat(partner.messages()).containsExactlyInAnyOrderElementsOf(messages);
        assertThat(messages).allMatch(each -> depot.state(each) == State.ACCEPTED);
        assertThat(partner.most()).isLessThanOrEqualTo(4);
    }

    @Test
    void what_a_stopped_node_had_in_flight_is_sent_again_in_the_same_words() throws Exception {
        partner.isSlow(A);
        var message = depot.message(depot.caseSystem(A));
        couriers.look();
        partner.await(1);
        couriers.close();
        assertThat(depot.state(message)).isEqualTo(State.PENDING);
        partner.letGo(A, 100);

        try (var next = depot.couriers(partner)) {
            depot.advance(NO_TIME, next);
        }

        assertThat(partner.sent).hasSize(2);
        assertThat(new HashSet<>(partner.sent)).hasSize(1);
        assertThat(depot.results(message)).containsExactly("ACCEPTED");
    }

    @Test
    void what_a_killed_node_held_is_taken_up_when_its_lease_is_over() throws Exception {
        var message = depot.message(depot.caseSystem(A));
        depot.jdbc.update(
                "insert into receiver (id, address, failures, lease, leased_until) values (?, ?, 0, ?,"
                        + " current_timestamp + interval '40' second)",
                UUID.randomUUID(),
                A,
                UUID.randomUUID());
        couriers.look();
        assertThat(partner.comesAnother()).isFalse();

        depot.jdbc.update("update receiver set leased_until = current_timestamp - interval '1' second");
        depot.advance(NO_TIME, couriers);

        assertThat(depot.state(message)).isEqualTo(State.ACCEPTED);
    }
}
