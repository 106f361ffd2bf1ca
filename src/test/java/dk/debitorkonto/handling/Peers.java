package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An {@link Office} whose municipality's requests are passed on, and words to ask, and to say what the peer says. */
final class Peers {

    static final DebtorSystem PEER = new DebtorSystem(new UUID(7, 7), "http://peer");
    static final Sender FROM_PEER = new Sender("33333333", PEER.id());
    static final Sender FROM_OTHER = new Sender("33333333", new UUID(8, 8));
    static final PeerReceipt DONE = new PeerReceipt(PeerReceipt.How.CARRIED_OUT, null, null, "<done/>");
    static final PeerReceipt LATER =
            new PeerReceipt(PeerReceipt.How.DEFERRED, LocalDate.of(2026, 7, 9), LocalDate.of(2026, 7, 20), "<later/>");

    static Office routed(TestDatabase database) {
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
    static Submission request(String content) {
        return request(UUID.randomUUID(), content, null);
    }

    static Submission request(UUID identification, String content, @Nullable UUID requestId) {
        return request(identification, content, requestId, null, false);
    }

    static Submission request(
            UUID identification, String content, @Nullable UUID requestId, @Nullable UUID receiver, boolean dry) {
        return new Submission(
                Office.SENDER,
                Office.AUTHORITY,
                "transaction",
                requestId,
                receiver,
                null,
                AnyRequest.identifiedBy(identification),
                content,
                dry,
                null,
                Outcome::name);
    }

    static Reply keep(Office office, Submission submission, PeerReceipt receipt) {
        var on = office.desk.submit(submission);
        assertThat(on).isInstanceOf(Reply.PassOn.class);
        return office.bean(RoutedDesk.class).keep(submission, (Reply.PassOn) on, receipt);
    }

    /** A request that the peer put off. */
    static UUID deferred(Office office) {
        var submission = request("a");
        keep(office, submission, LATER);
        return submission.request().identification();
    }

    static Map<String, Object> row(Office office, UUID identification) {
        return office.jdbc.queryForMap(
                "select outcome, waiting_for, expected, answer, receipt from request where identification = ?",
                identification);
    }

    static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            var tasks = new ArrayList<Callable<T>>();
            for (var left = times; left > 0; left--) tasks.add(work);
            for (var future : threads.invokeAll(tasks)) results.add(future.get());
            return results;
        }
    }

    private Peers() {}
}
