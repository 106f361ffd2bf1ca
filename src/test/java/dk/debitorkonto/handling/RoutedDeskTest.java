package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is passed on to a debtor system outside, what it says, and how it answers. */
class RoutedDeskTest {

    private static final DebtorSystem PEER = new DebtorSystem(new UUID(7, 7), "http://peer");
    private static final Sender FROM_PEER = new Sender("33333333", PEER.id());
    private static final Sender FROM_OTHER = new Sender("33333333", new UUID(8, 8));
    private static final PeerReceipt DONE = new PeerReceipt(PeerReceipt.How.CARRIED_OUT, null, null, "<done/>");
    private static final PeerReceipt LATER =
            new PeerReceipt(PeerReceipt.How.DEFERRED, LocalDate.of(2026, 7, 9), null, "<later/>");

    private static Office routed(TestDatabase database) {
        var office = new Office(database);
        for (var system : List.of(FROM_PEER, FROM_OTHER))
            office.jdbc.update(
                    "insert into debtor_system (id, cvr, name, endpoint) values (?, ?, 'Peer', ?)",
                    system.instance(),
                    system.cvr(),
                    PEER.endpoint());
        office.jdbc.update("insert into route (authority, debtor_system) values (?, ?)", Office.AUTHORITY, PEER.id());
        office.jdbc.update("update case_system set callback = 'http://case' where id = ?", Office.SYSTEM);
        return office;
    }

    /** A request with this content, under a new identification. */
    private static Submission request(String content) {
        return request(UUID.randomUUID(), content, null);
    }

    private static Submission request(UUID identification, String content, @Nullable UUID requestId) {
        return request(identification, content, requestId, null, false);
    }

    private static Submission request(
            UUID identification, String content, @Nullable UUID requestId, @Nullable UUID receiver, boolean dry) {
        var request = new HandlingRequest(
                identification,
                UUID.randomUUID(),
                Variant.ONE_ACCOUNT,
                UUID.randomUUID(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                new HandlingRequest.Parameters.Read(new NoWish()));
        return new Submission(
                Office.SENDER,
                Office.AUTHORITY,
                "transaction",
                requestId,
                receiver,
                null,
                request,
                content,
                dry,
                null,
                Outcome::name);
    }

    private static Reply keep(Office office, Submission submission, PeerReceipt receipt) {
        var on = office.desk.submit(submission);
        assertThat(on).isInstanceOf(Reply.PassOn.class);
        return office.bean(RoutedDesk.class).keep(submission, (Reply.PassOn) on, receipt);
    }

    /** A request that the peer put off. */
    private static UUID deferred(Office office) {
        var submission = request("a");
        keep(office, submission, LATER);
        return submission.request().identification();
    }

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

    private static Map<String, Object> row(Office office, UUID identification) {
        return office.jdbc.queryForMap(
                "select outcome, waiting_for, expected, answer, receipt from request where identification = ?",
                identification);
    }

    private static AnswerReply.Why why(AnswerReply reply) {
        assertThat(reply).isInstanceOf(AnswerReply.Refused.class);
        return ((AnswerReply.Refused) reply).why();
    }

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
            assertThat(replies).filteredOn(Reply.DecidedBefore.class::isInstance).hasSize(7);
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

    private static synchronized Office next(java.util.Iterator<Office> nodes) {
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

            org.assertj.core.api.Assertions.assertThatThrownBy(() -> take(office, broken))
                    .hasMessage("killed here");

            assertThat(row(office, identification)).containsEntry("outcome", "DEFERRED");
            assertThat(office.count("peer_answer")).isZero();
        }
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            var tasks = new ArrayList<Callable<T>>();
            for (var left = times; left > 0; left--) tasks.add(work);
            for (var future : threads.invokeAll(tasks)) results.add(future.get());
            return results;
        }
    }
}
