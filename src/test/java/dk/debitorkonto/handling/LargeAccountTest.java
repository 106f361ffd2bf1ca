package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.inquiry.PostingInquiry;
import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The chain of postings of an account with so many claims that it is read from the journal's end. */
class LargeAccountTest {

    private static final int PAGE = 1_000;
    private static final String ALL = """
        select concat(e.number, '/', p.line)
          from posting p
          join entry e on e.authority = p.authority and e.id = p.entry
         where p.debit_subject in (select id from claim where account = ?)
            or p.credit_subject in (select id from claim where account = ?)
            or p.debit_detail = ? or p.credit_detail = ?
         order by e.number desc, p.line desc
        """;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void is_told_whole_and_in_order_page_by_page(TestDatabase database) {
        try (var office = new Office(database)) {
            var account = office.accountOf(3_100);
            var other = office.account();
            for (var n = 0; n < 20; n++) {
                office.claim(other, "10.00", LocalDate.of(2026, 5, 1));
                var claim = office.claim(account, "10.00", LocalDate.of(2026, 5, 1));
                var payment = office.payment(account, "9.00", LocalDate.of(2026, 5, 1));
                office.cover(payment, account, claim, CostFamily.PRINCIPAL, "8.00");
            }

            assertThat(told(office, account))
                    .isEqualTo(office.jdbc.queryForList(
                            ALL, String.class, account, account, account.toString(), account.toString()));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void takes_as_many_statements_a_page_however_large_it_is(TestDatabase database) {
        try (var office = Office.watched(database)) {
            var small = statements(office, office.accountOf(2_500));
            var large = statements(office, office.accountOf(10_000));

            assertThat(large).isEqualTo(small);
        }
    }

    private static int statements(Office office, UUID account) {
        office.watched().sent();
        assertThat(page(office, account, null).items()).hasSize(PAGE);
        return office.watched().sent().size();
    }

    private static List<String> told(Office office, UUID account) {
        var told = new ArrayList<String>();
        var page = page(office, account, null);
        page.items().forEach(each -> told.add(each.number() + "/" + each.line()));
        while (page.next() != null) {
            page = page(office, account, page.next());
            page.items().forEach(each -> told.add(each.number() + "/" + each.line()));
        }
        return told;
    }

    private static dk.debitorkonto.inquiry.Page<dk.debitorkonto.inquiry.PostingView> page(
            Office office, UUID account, @Nullable String cursor) {
        return office.bean(PostingInquiry.class)
                .ofAccount(account, cursor, PAGE)
                .orElseThrow();
    }
}
