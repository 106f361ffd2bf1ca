package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** One request on random accounts: tried, sent and taken back, and what holds before and after each. */
final class DeskTrial {

    private static final int COPIES = 64;

    /** It gives the account up, which nobody takes back. */
    private static final String FINAL = "OVERDRAG_DEBITORKONTO";

    private static final String UNDO = "TILBAGEFOER_HANDLING";

    private final Office office;
    private final DeskSetting.Way way;
    private final DeskSetting setting;
    private final Books books;

    DeskTrial(Office office, DeskSetting.Way way, DeskSetting setting) {
        this.office = office;
        this.way = way;
        this.setting = setting;
        this.books = setting.books();
    }

    /** Whether it was carried out. */
    boolean run(boolean copies) throws Exception {
        var identification = Ids.next();
        var request = request(way.item().definition().code(), setting.wish()).identified(identification);
        var before = kept();

        var tried = request.dry();
        assertThat(kept()).as("%s, tried", way).isEqualTo(before);

        var done = copies ? oneOf(request) : request.outcome();
        if (done instanceof Outcome.CarriedOut || done instanceof Outcome.AcceptedWithoutStatus) {
            isAsTried(identification, done, tried);
            undo(identification, before);
            return true;
        }
        assertThat(kept()).as("%s, refused or put off", way).isEqualTo(before);
        if (done instanceof Outcome.Deferred) {
            carryOutLater(identification);
            isAsTried(identification, done, tried);
            undo(identification, before);
            return true;
        }
        assertThat(done).as("%s", way).isEqualTo(tried);
        return false;
    }

    private void isAsTried(UUID identification, Outcome done, Outcome tried) {
        var result = Objects.requireNonNull(((Outcome.CarriedOut) tried).result());
        if (done instanceof Outcome.CarriedOut carriedOut && carriedOut.result() != null)
            assertThat(carriedOut.result()).as("%s", way).isEqualTo(result);
        assertThat(office.jdbc.queryForObject(
                        "select plan_fingerprint from request where identification = ?", String.class, identification))
                .as("%s", way)
                .isEqualTo(result.fingerprint());
    }

    /** As many persons as are needed authorise it, and its date has come. */
    private void carryOutLater(UUID identification) {
        var back = new BackOffice(office);
        for (var persons = 0; back.stands(identification).endsWith("PERSON"); persons++)
            assertThat(back.authorise(identification, "person " + persons)).isEqualTo(Judgement.TAKEN);
        back.work();
        assertThat(back.stands(identification)).as("%s, later", way).isEqualTo("CARRIED_OUT");
    }

    private void undo(UUID original, List<String> before) {
        if (way.item().definition().code().equals(FINAL)) return;
        var identification = Ids.next();
        var undo = request(UNDO, Wishes.of(UNDO, original)).identified(identification);
        var tried = undo.dry();
        var undone = undo.outcome();
        if (undone instanceof Outcome.Deferred) carryOutLater(identification);
        else assertThat(undone).as("%s, undone", way).isInstanceOf(Outcome.CarriedOut.class);
        assertThat(tried).isInstanceOf(Outcome.CarriedOut.class);
        assertThat(balances()).as("%s, undone", way).isEqualTo(before.subList(1, before.size()));
    }

    /** Many copies at once: one is decided, the others get its receipt. */
    private static Outcome oneOf(Wish request) throws Exception {
        Callable<Reply> copy = request::send;
        var decided = new ArrayList<Outcome>();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var reply : many.invokeAll(Collections.nCopies(COPIES, copy)))
                if (reply.get() instanceof Reply.Decided one) decided.add(one.outcome());
                else assertThat(reply.get()).isInstanceOf(Reply.DecidedBefore.class);
        }
        assertThat(decided).hasSize(1);
        return decided.getFirst();
    }

    private Wish request(String code, Object parameters) {
        var request = office.wish(code, way.variant(), books.source().account().id())
                .claims(setting.sources().toArray(UUID[]::new))
                .targets(setting.targets().toArray(UUID[]::new))
                .with(parameters);
        return way.variant().hasTarget() ? request.to(books.target().account().id()) : request;
    }

    /** How much is in the journal, and all kept rows. */
    private List<String> kept() {
        var all = new ArrayList<String>();
        all.add(String.valueOf(office.jdbc.queryForObject("select max(number) from entry", Long.class)));
        all.addAll(balances());
        return all;
    }

    private List<String> balances() {
        return KeptRows.of(
                office,
                books.accounts().stream().map(each -> each.account().id()).toList(),
                books.claims().stream().map(ClaimCase::id).toList());
    }
}
