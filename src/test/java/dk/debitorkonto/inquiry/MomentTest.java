package dk.debitorkonto.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.imports.ImportWorld;
import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An account is told as of one moment, whatever is booked meanwhile, and of a moment as the books have it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class MomentTest {

    private static final UUID ACCOUNT = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    private static final UUID CLAIM = UUID.fromString("00000000-0000-4000-8000-0000000000c1");
    private static final int READS = 300;
    private static final long WHOLE = 10_000;

    private final ImportWorld world;

    MomentTest(TestDatabase database) {
        world = new ImportWorld(database.fresh());
        world.run("""
            {'authorities': [{'cvr': '11111111'}],
             'caseSystems': [{'id': '00000000-0000-4000-8000-000000000001', 'cvr': '33333333', 'authorities': ['11111111']}],
             'accounts': [{'id': 'a1', 'authority': '11111111', 'caseSystem': '00000000-0000-4000-8000-000000000001', 'debtor': 'urn:oio:cpr-nr:6101701234'}],
             'claims': [{'id': 'c1', 'account': 'a1', 'type': 'DAGINSTITUTION', 'invoiceDate': '2026-01-10', 'dueDate': '2026-02-01',
                         'lines': [{'amount': '1000.00'}]}],
             'charges': [{'id': '00000000-0000-4000-8000-000000000012', 'claim': 'c1', 'family': 'LATE_INTEREST', 'amount': '50.00', 'accrued': '2026-05-01'}],
             'reductions': [{'id': '00000000-0000-4000-8000-000000000061', 'claim': 'c1', 'family': 'LATE_INTEREST', 'amount': '20.50',
                             'date': '2026-02-05', 'reason': 'FEJL_I_GRUNDLAG'}],
             'payments': [{'id': '00000000-0000-4000-8000-000000000021', 'account': 'a1', 'amount': '100.00', 'valueDate': '2026-03-05'}]}\
            """.replaceAll("'(a|c)(\\d)'", "'00000000-0000-4000-8000-0000000000$1$2'"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private AccountView account(@Nullable LocalDate valueDate) {
        var moment = new Moment(valueDate, null, LocalDate.of(2026, 7, 10));
        return world.get(AccountInquiry.class).find(ACCOUNT, moment).orElseThrow();
    }

    /** By value date it was lowered before it was there. */
    @Test
    void what_is_on_the_other_side_of_nothing_is_told_so() {
        var claim = account(LocalDate.of(2026, 2, 15)).claims().getFirst();

        assertThat(claim.lateInterest()).hasToString("-20.50");
        assertThat(claim.rest()).hasToString("979.50");
    }

    @Test
    void money_on_its_way_is_in_one_place() throws InterruptedException {
        var isOver = new AtomicBoolean();
        var booking = Thread.startVirtualThread(() -> {
            for (var n = 0; !isOver.get(); n++) cover(n % 2 == 0 ? WHOLE : 0);
        });
        try {
            for (var n = 0; n < READS; n++) {
                var account = account(null);
                assertThat(account.unusedPayments().oere()
                                + account.claims().getFirst().covered().oere())
                        .isEqualTo(WHOLE);
            }
        } finally {
            isOver.set(true);
            booking.join();
        }
    }

    private void cover(long amount) {
        var jdbc = world.get(JdbcTemplate.class);
        new TransactionTemplate(world.get(PlatformTransactionManager.class)).executeWithoutResult(transaction -> {
            jdbc.update("update claim_balance set covered = ? where claim = ? and family = 'PRINCIPAL'", amount, CLAIM);
            jdbc.update("update payment_balance set unused = ? where account = ?", WHOLE - amount, ACCOUNT);
        });
    }
}
