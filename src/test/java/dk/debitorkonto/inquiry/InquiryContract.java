package dk.debitorkonto.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dk.debitorkonto.adapter.imports.ImportWorld;
import dk.debitorkonto.claim.ClaimState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the reads tell, on any database. */
abstract class InquiryContract {

    private static final UUID ACCOUNT = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    private static final UUID OTHER_ACCOUNT = UUID.fromString("00000000-0000-4000-8000-0000000000a2");
    private static final UUID CLAIM = UUID.fromString("00000000-0000-4000-8000-0000000000c1");
    private static final UUID SYSTEM = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant FIRST = Instant.parse("2026-07-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 10);

    private ImportWorld world;

    abstract HikariDataSource database();

    @BeforeEach
    void open() {
        world = new ImportWorld(database());
        world.run("""
            {'authorities': [{'cvr': '11111111'}],
             'caseSystems': [{'id': '00000000-0000-4000-8000-000000000001', 'cvr': '33333333', 'authorities': ['11111111']}],
             'accounts': [{'id': 'a1', 'authority': '11111111', 'caseSystem': '00000000-0000-4000-8000-000000000001', 'debtor': 'urn:oio:cpr-nr:6101701234'},
                          {'id': 'a2', 'authority': '11111111', 'caseSystem': '00000000-0000-4000-8000-000000000001', 'debtor': 'urn:oio:cpr-nr:6201701234'}],
             'claims': [{'id': 'c1', 'account': 'a1', 'type': 'DAGINSTITUTION', 'invoiceDate': '2026-01-10', 'dueDate': '2026-02-01',
                         'state': 'ON_HOLD', 'onHoldTo': '2026-07-05', 'lines': [{'amount': '1000.00'}]},
                        {'id': 'c2', 'account': 'a1', 'type': 'SFO', 'dueDate': '2026-01-01', 'relatesTo': 'c1', 'lines': [{'amount': '500.00'}]}]}\
            """.replaceAll("'(a|c)(\\d)'", "'00000000-0000-4000-8000-0000000000$1$2'"));
        world.clock().moveTo(Instant.parse("2026-07-10T08:00:00Z"));
        world.run("""
            {'charges': [{'id': '00000000-0000-4000-8000-000000000011', 'claim': 'c1', 'family': 'REMINDER_FEE', 'amount': '250.00', 'accrued': '2026-03-01'}],
             'liabilities': [{'id': '00000000-0000-4000-8000-000000000051', 'claim': 'c1', 'party': 'urn:oio:cpr-nr:6301701234', 'from': '2026-01-01'}],
             'respites': [{'id': '00000000-0000-4000-8000-000000000052', 'claim': 'c1', 'from': '2026-09-01', 'to': '2026-09-30'}],
             'payments': [{'id': '00000000-0000-4000-8000-000000000021', 'account': 'a1', 'amount': '700.00', 'valueDate': '2026-03-05',
                           'coverages': [{'claim': 'c1', 'amount': '600.00'}]}],
             'writeOffs': [{'id': '00000000-0000-4000-8000-000000000031', 'claim': 'c2', 'amount': '500.00', 'date': '2026-04-01'}]}\
            """.replaceAll("'(a|c)(\\d)'", "'00000000-0000-4000-8000-0000000000$1$2'"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private AccountView account(UUID id, @Nullable String valueDate, @Nullable Instant knownAt) {
        var moment = new Moment(valueDate == null ? null : LocalDate.parse(valueDate), knownAt, TODAY);
        return world.get(AccountInquiry.class).find(id, moment).orElseThrow();
    }

    private AccountView.OfClaim claim(@Nullable String valueDate, @Nullable Instant knownAt) {
        return account(ACCOUNT, valueDate, knownAt).claims().stream()
                .filter(claim -> claim.id().equals(CLAIM))
                .findFirst()
                .orElseThrow();
    }

    private static String figures(AccountView.OfClaim claim) {
        return "principal %s, late %s, recovery %s, fee %s, covered %s, written off %s, rest %s"
                .formatted(
                        claim.principal(),
                        claim.lateInterest(),
                        claim.recoveryInterest(),
                        claim.reminderFee(),
                        claim.covered(),
                        claim.writtenOff(),
                        claim.rest());
    }

    @Test
    void tells_an_account_as_it_stands() {
        var account = account(ACCOUNT, null, null);

        assertThat(account.unusedPayments()).hasToString("100.00");
        assertThat(account.claims())
                .extracting(InquiryContract::figures)
                .containsExactly(
                        "principal 500.00, late 0.00, recovery 0.00, fee 0.00, covered 0.00, written off 500.00, rest"
                                + " 0.00",
                        "principal 1000.00, late 0.00, recovery 0.00, fee 250.00, covered 600.00, written off 0.00,"
                                + " rest 650.00");
        assertThat(account.claims().getFirst().relatesTo()).isEqualTo(CLAIM);
    }

    @Test
    void tells_the_facts_of_a_claim() {
        var claim = claim(null, null);

        assertThat(claim.respite()).hasToString("Period[from=2026-09-01, to=2026-09-30]");
        assertThat(claim.liabilities())
                .hasToString("[Liable[party=urn:oio:cpr-nr:6301701234, from=2026-01-01, to=null]]");
    }

    @Test
    void counts_a_hold_that_has_run_out_as_in_collection() {
        assertThat(claim(null, null).state()).isEqualTo(ClaimState.IN_COLLECTION);
        assertThat(claim("2026-07-05", null).state()).isEqualTo(ClaimState.ON_HOLD);
        assertThat(claim("2026-07-05", null).onHoldTo()).isEqualTo("2026-07-05");
    }

    @Test
    void tells_the_same_as_of_today_from_the_postings() {
        assertThat(account(ACCOUNT, TODAY.toString(), null)).isEqualTo(account(ACCOUNT, null, null));
    }

    @Test
    void tells_what_counted_on_a_day() {
        assertThat(figures(claim("2026-03-04", null)))
                .isEqualTo(
                        "principal 1000.00, late 0.00, recovery 0.00, fee 250.00, covered 0.00, written off 0.00, rest"
                                + " 1250.00");
        assertThat(account(ACCOUNT, "2026-03-04", null).unusedPayments()).hasToString("0.00");
    }

    @Test
    void tells_what_was_known_at_a_time() {
        var then = claim("2026-05-01", FIRST);

        assertThat(figures(then))
                .isEqualTo("principal 1000.00, late 0.00, recovery 0.00, fee 0.00, covered 0.00, written off 0.00, rest"
                        + " 1000.00");
        assertThat(then.respite()).isNull();
        assertThat(then.liabilities()).isEmpty();
        assertThat(account(ACCOUNT, null, FIRST.minusSeconds(86_400)).claims()).isEmpty();
    }

    @Test
    void finds_a_claim_on_the_account_that_it_was_on() {
        moveClaim("2026-07-10T09:00:00Z", "2026-06-01");

        assertThat(account(ACCOUNT, null, null).claims()).hasSize(1);
        assertThat(account(OTHER_ACCOUNT, null, null).claims()).hasSize(1);
        assertThat(account(ACCOUNT, "2026-05-31", null).claims()).hasSize(2);
        assertThat(account(OTHER_ACCOUNT, "2026-05-31", null).claims()).isEmpty();
        assertThat(account(ACCOUNT, null, FIRST).claims()).hasSize(2);
    }

    private void moveClaim(String bookedAt, String valueDate) {
        var entry = UUID.randomUUID();
        world.sql()
                .sql("""
                    insert into entry (authority, id, booked_at, value_date, cause_kind, cause, actor)
                    values ('11111111', ?, ?, ?, 'PERSON', ?, 'test')\
                    """)
                .params(entry, OffsetDateTime.parse(bookedAt), LocalDate.parse(valueDate), entry)
                .update();
        world.sql()
                .sql("""
                    insert into turn (authority, entry, line, kind, subject, part, before_value, after_value)
                    values ('11111111', ?, 1, 'CLAIM_ACCOUNT', ?, ?, ?, ?)\
                    """)
                .params(entry, CLAIM, CLAIM, ACCOUNT.toString(), OTHER_ACCOUNT.toString())
                .update();
        world.sql()
                .sql("update claim set account = ? where id = ?")
                .params(OTHER_ACCOUNT, CLAIM)
                .update();
    }

    @Test
    void pages_through_the_postings_of_an_account_newest_first() {
        var postings = world.get(PostingInquiry.class);
        var all = postings.ofAccount(ACCOUNT, null, 100).orElseThrow();
        var paged = new ArrayList<PostingView>();
        var cursor = (String) null;
        do {
            var page = postings.ofAccount(ACCOUNT, cursor, 2).orElseThrow();
            paged.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(paged).isEqualTo(all.items());
        assertThat(all.items())
                .extracting(each -> each.debit().pot() + " " + each.credit().pot() + " " + each.amount())
                .containsExactly(
                        "UNUSED COVERED 350.00",
                        "UNUSED COVERED 250.00",
                        "BANK UNUSED 700.00",
                        "WRITE_OFF_COST WRITTEN_OFF 500.00",
                        "CHARGED INCOME 250.00",
                        "CHARGED INCOME 500.00",
                        "CHARGED INCOME 1000.00");
    }

    @Test
    void tells_the_postings_of_a_claim() {
        var items = world.get(PostingInquiry.class)
                .ofClaim(CLAIM, null, 100)
                .orElseThrow()
                .items();

        assertThat(items)
                .extracting(each -> each.cause().part())
                .containsExactly("/payments/0", "/payments/0", "/charges/0", "/claims/0");
        assertThat(items.get(2).about()).isEqualTo(UUID.fromString("00000000-0000-4000-8000-000000000011"));
    }

    @Test
    void refuses_a_cursor_that_no_page_gave() {
        assertThatThrownBy(() -> world.get(PostingInquiry.class).ofClaim(CLAIM, "bm9uc2Vuc2U", 100))
                .isInstanceOf(MalformedCursor.class);
    }

    @Test
    void knows_no_account_that_is_unknown() {
        var moment = new Moment(null, null, TODAY);

        assertThat(world.get(AccountInquiry.class).find(UUID.randomUUID(), moment))
                .isEmpty();
        assertThat(world.get(PostingInquiry.class).ofAccount(UUID.randomUUID(), null, 1))
                .isEmpty();
    }

    private UUID request(String outcome, @Nullable String waitingFor, String answer, @Nullable String expected) {
        var id = UUID.randomUUID();
        world.sql()
                .sql("""
                    insert into request (id, authority, sender_cvr, case_system, identification, transaction_id, received_at,
                                         handling_type, variant, account, content, outcome, receipt, waiting_for, expected, promised,
                                         plan_fingerprint, plan_amount, decided_at, persons, answer)
                    values (:id, '11111111', '33333333', :system, :id, 't', :received, 'GIV_HENSTAND', 'F', :account, 'c', :outcome,
                            '<r/>', cast(:waiting as varchar), cast(:expected as date), cast(:expected as date), 'f00', 65000, :received, 1, :answer)\
                    """)
                .param("id", id)
                .param("system", SYSTEM)
                .param("received", OffsetDateTime.parse("2026-07-02T08:00:00Z"))
                .param("account", ACCOUNT)
                .param("outcome", outcome)
                .param("waiting", waitingFor)
                .param("expected", expected == null ? null : LocalDate.parse(expected))
                .param("answer", answer)
                .update();
        return id;
    }

    @Test
    void lists_requests_by_what_became_of_them() {
        var waiting = request("DEFERRED", "PERSON", "NONE", "2026-07-20");
        var done = request("CARRIED_OUT", null, "ACCEPTED", "2026-07-20");
        var requests = world.get(RequestInquiry.class);
        var deferred = new RequestFilter(
                RequestFilter.OutcomeName.DEFERRED, RequestFilter.WaitingForName.PERSON, null, SYSTEM, "11111111");
        var all = new RequestFilter(null, null, null, null, null);

        assertThat(requests.list(deferred, null, 10).items())
                .extracting(RequestView.Listed::identification)
                .containsExactly(waiting);
        var first = requests.list(all, null, 1);
        var second = requests.list(all, first.next(), 1);
        assertThat(first.items().getFirst().identification())
                .isNotEqualTo(second.items().getFirst().identification());
        assertThat(second.next()).isNull();
        assertThat(requests.find(done).getFirst().view().plan()).isNull();
        assertThat(requests.find(waiting).getFirst().view().plan())
                .hasToString("Plan[fingerprint=f00, amount=650.00, decidedAt=2026-07-02T08:00:00Z]");
    }

    @Test
    void pages_through_the_effects_of_a_request() {
        var id = request("CARRIED_OUT", null, "NONE", null);
        for (var ordinal = 0; ordinal < 3; ordinal++)
            world.sql()
                    .sql("insert into effect values (?, ?, 'CLAIM', ?, '{\"rest\": \"1.00\"}', '{\"rest\": \"0.00\"}')")
                    .params(id, ordinal, CLAIM)
                    .update();
        var requests = world.get(RequestInquiry.class);

        var first = requests.effects(id, null, 2);
        var second = requests.effects(id, first.next(), 2);

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.items().getFirst().before()).containsEntry("rest", "1.00");
        assertThat(second.next()).isNull();
    }

    @Test
    void tells_kept_due_and_broken_promises() {
        var kept = request("CARRIED_OUT", null, "ACCEPTED", "2026-07-05");
        var due = request("DEFERRED", "DATE", "NONE", "2026-07-10");
        var broken = request("DEFERRED", "PERSON", "NONE", "2026-07-09");
        request("CARRIED_OUT", null, "NONE", null);
        var promises = world.get(PromiseInquiry.class);

        assertThat(promises.promises(null, TODAY, null, 10).items()).hasSize(3);
        assertThat(promises.promises(PromiseView.State.KEPT, TODAY, null, 10).items())
                .extracting(PromiseView::identification)
                .containsExactly(kept);
        assertThat(promises.promises(PromiseView.State.DUE, TODAY, null, 10).items())
                .extracting(PromiseView::identification)
                .containsExactly(due);
        assertThat(promises.promises(PromiseView.State.BROKEN, TODAY, null, 10).items())
                .extracting(PromiseView::identification)
                .containsExactly(broken);
    }

    @Test
    void alarms_of_a_parked_answer() {
        var parked = request("CARRIED_OUT", null, "PARKED", "2026-07-05");

        assertThat(world.get(PromiseInquiry.class).alarms())
                .extracting(PromiseInquiry.Alarm::request)
                .containsExactly(parked);
    }

    @Test
    void tells_calls_after_one_and_the_last() {
        for (var call = 0; call < 3; call++)
            world.sql()
                    .sql("""
                        insert into service_call (call, service, model, http_status, received_at, received_bytes, received_sha256,
                                                  sent_at, sent_bytes, sent_sha256)
                        values (?, 'DebitorkontoAnmodningAfsend', 'PLAIN', 200, ?, 10, 'a', ?, 20, 'b')\
                        """)
                    .params(
                            UUID.randomUUID(),
                            OffsetDateTime.parse("2026-07-02T08:00:00Z"),
                            OffsetDateTime.parse("2026-07-02T08:00:01Z"))
                    .update();
        var calls = world.get(CallInquiry.class);

        var all = calls.after(0, 10);

        assertThat(all).hasSize(3);
        assertThat(calls.after(all.getFirst().sequence(), 10)).isEqualTo(all.subList(1, 3));
        assertThat(calls.last(1)).isEqualTo(all.subList(2, 3));
        assertThat(all.getFirst().sent()).hasToString("Exact[at=2026-07-02T08:00:01Z, bytes=20, sha256=b]");
    }
}
