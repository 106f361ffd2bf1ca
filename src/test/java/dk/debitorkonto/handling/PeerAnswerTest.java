package dk.debitorkonto.handling;

import static dk.debitorkonto.handling.Peers.DONE;
import static dk.debitorkonto.handling.Peers.FROM_OTHER;
import static dk.debitorkonto.handling.Peers.FROM_PEER;
import static dk.debitorkonto.handling.Peers.PEER;
import static dk.debitorkonto.handling.Peers.atOnce;
import static dk.debitorkonto.handling.Peers.deferred;
import static dk.debitorkonto.handling.Peers.keep;
import static dk.debitorkonto.handling.Peers.request;
import static dk.debitorkonto.handling.Peers.routed;
import static dk.debitorkonto.handling.Peers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.debitorkonto.testing.TestDatabase;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a debtor system outside answers what was passed on to it. */
class PeerAnswerTest {

    private static AnswerReply take(Office office, PeerAnswer answer) {
        return office.bean(RoutedDesk.class).take(answer);
    }

    private static PeerAnswer answer(UUID request, UUID id, String content) {
        return answer(request, id, content, head(FROM_PEER, null, null));
    }

    private static PeerAnswer.Head head(Sender from, @Nullable String authority, @Nullable UUID requestId) {
        return new PeerAnswer.Head(from, Office.SENDER.cvr(), Office.SYSTEM, authority, requestId, null);
    }

    private static PeerAnswer answer(UUID request, UUID id, String content, PeerAnswer.Head head) {
        return new PeerAnswer(
                id, head, request, true, content, to -> to.transactionId() + " " + content, () -> "<taken/>");
    }

    private static AnswerReply.Why why(AnswerReply reply) {
        assertThat(reply).isInstanceOf(AnswerReply.Refused.class);
        return ((AnswerReply.Refused) reply).why();
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_ends_the_request_and_is_owed_to_its_sender(TestDatabase database) {
        try (var office = routed(database)) {
            var identification = deferred(office);
            var id = UUID.randomUUID();

            assertThat(take(office, answer(identification, id, "x"))).isEqualTo(new AnswerReply.Taken("<taken/>"));

            assertThat(row(office, identification))
                    .containsEntry("outcome", "CARRIED_OUT")
                    .containsEntry("waiting_for", null)
                    .containsEntry("answer", "PENDING");
            var message = office.jdbc.queryForMap("select id, body, receiver, made_at, due_at from message");
            assertThat(message)
                    .containsEntry("id", id)
                    .containsEntry("body", "transaction x")
                    .containsEntry("receiver", Office.SYSTEM);
            // Nobody has said that the receipt was written.
            assertThat(message.get("due_at")).isNotEqualTo(message.get("made_at"));
            assertThat(office.prove().holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_is_taken_once(TestDatabase database) throws Exception {
        try (var office = routed(database);
                var beside = office.beside()) {
            var identification = deferred(office);
            var answer = answer(identification, UUID.randomUUID(), "x");
            var nodes = List.of(office, beside).iterator();

            var replies = atOnce(2, () -> take(next(nodes), answer));

            assertThat(replies)
                    .containsExactlyInAnyOrder(
                            new AnswerReply.Taken("<taken/>"),
                            new AnswerReply.TakenBefore("<taken/>", Instant.parse("2026-07-01T10:00:00Z")));
            assertThat(office.count("message")).isEqualTo(1);
        }
    }

    private static synchronized Office next(Iterator<Office> nodes) {
        return nodes.next();
    }

    @ParameterizedTest
    @EnumSource
    void another_answer_is_refused_for_good(TestDatabase database) {
        try (var office = routed(database)) {
            var identification = deferred(office);
            var id = UUID.randomUUID();
            take(office, answer(identification, id, "x"));

            assertThat(take(office, answer(identification, id, "y")))
                    .isEqualTo(new AnswerReply.Refused(AnswerReply.Why.ANSWERED_OTHERWISE, "x"));
            assertThat(why(take(office, answer(identification, UUID.randomUUID(), "x"))))
                    .isEqualTo(AnswerReply.Why.ANSWERED_OTHERWISE);
            assertThat(why(take(office, answer(deferred(office), id, "x"))))
                    .isEqualTo(AnswerReply.Why.ANSWERED_OTHERWISE);
            assertThat(office.count("message")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_was_not_asked_can_not_answer(TestDatabase database) {
        try (var office = routed(database)) {
            var identification = deferred(office);
            var id = UUID.randomUUID();

            assertThat(why(take(office, answer(UUID.randomUUID(), id, "x"))))
                    .isEqualTo(AnswerReply.Why.REQUEST_UNKNOWN);
            assertThat(why(take(office, answer(identification, id, "x", head(FROM_OTHER, null, null)))))
                    .isEqualTo(AnswerReply.Why.WRONG_SENDER);
            assertThat(take(
                            office,
                            answer(identification, id, "x", head(new Sender("99999999", PEER.id()), null, null))))
                    .isEqualTo(new AnswerReply.NoAgreement());
            assertThat(take(office, answer(identification, id, "x", head(FROM_PEER, "99999999", null))))
                    .isEqualTo(new AnswerReply.HeaderRefused("CTX-03", ""));
            // What was refused may come again.
            assertThat(take(office, answer(identification, id, "x"))).isInstanceOf(AnswerReply.Taken.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_put_off_has_no_answer(TestDatabase database) {
        try (var office = routed(database)) {
            var submission = request("a");
            keep(office, submission, DONE);

            assertThat(why(take(office, answer(submission.request().identification(), UUID.randomUUID(), "x"))))
                    .isEqualTo(AnswerReply.Why.NOT_DEFERRED);
            assertThat(office.count("message")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_request_id_names_one_answer(TestDatabase database) {
        try (var office = routed(database)) {
            var head = head(FROM_PEER, Office.AUTHORITY, UUID.randomUUID());
            var first = answer(deferred(office), UUID.randomUUID(), "x", head);

            assertThat(take(office, first)).isInstanceOf(AnswerReply.Taken.class);
            assertThat(take(office, first)).isInstanceOf(AnswerReply.TakenBefore.class);
            assertThat(take(office, answer(deferred(office), UUID.randomUUID(), "y", head)))
                    .isEqualTo(new AnswerReply.HeaderRefused("CTX-01", ""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_can_not_be_sent_on_is_not_taken_either(TestDatabase database) {
        try (var office = routed(database)) {
            var identification = deferred(office);
            var broken = new PeerAnswer(
                    UUID.randomUUID(),
                    head(FROM_PEER, null, null),
                    identification,
                    true,
                    "x",
                    to -> {
                        throw new IllegalStateException("killed here");
                    },
                    () -> "<taken/>");

            assertThatThrownBy(() -> take(office, broken)).hasMessage("killed here");

            assertThat(row(office, identification)).containsEntry("outcome", "DEFERRED");
            assertThat(office.count("peer_answer")).isZero();
        }
    }
}
