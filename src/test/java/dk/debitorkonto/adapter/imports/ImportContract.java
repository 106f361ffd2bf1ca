package dk.debitorkonto.adapter.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dk.debitorkonto.inquiry.Proof;
import dk.debitorkonto.inquiry.ProofRows;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the import promises, on any database. */
abstract class ImportContract {

    private static final String A = "00000000-0000-4000-8000-0000000000a";
    private static final String C = "00000000-0000-4000-8000-0000000000c";
    private static final String X = "00000000-0000-4000-8000-00000000000";

    /** Two authorities, two systems, accounts a1 and a2 of the first and a3 of the second, claims c1, c2 on a1, c3 on a2. */
    private static final String BASE = """
        {'authorities': [{'cvr': '11111111', 'name': 'Nordby'}, {'cvr': '22222222'}],
         'caseSystems': [{'id': 'X01', 'cvr': '33333333', 'authorities': ['11111111']},
                         {'id': 'X02', 'cvr': '33333333', 'authorities': ['22222222']}],
         'accounts': [{'id': 'A1', 'authority': '11111111', 'caseSystem': 'X01', 'debtor': 'urn:oio:cpr-nr:6101701234'},
                      {'id': 'A2', 'authority': '11111111', 'caseSystem': 'X01', 'debtor': 'urn:oio:cpr-nr:6201701234'},
                      {'id': 'A3', 'authority': '22222222', 'caseSystem': 'X02', 'debtor': 'urn:oio:cpr-nr:6201701234'}],
         'claims': [{'id': 'C1', 'account': 'A1', 'type': 'DAGINSTITUTION', 'invoiceDate': '2026-01-10', 'dueDate': '2026-02-01',
                     'state': 'IN_COLLECTION', 'lines': [{'amount': '1100.00'}, {'text': 'Søskenderabat', 'amount': '-100.00'}]},
                    {'id': 'C2', 'account': 'A1', 'type': 'SFO', 'dueDate': '2026-03-01', 'relatesTo': 'C1', 'lines': [{'amount': '500.00'}]},
                    {'id': 'C3', 'account': 'A2', 'type': 'SFO', 'dueDate': '2026-03-01', 'lines': [{'amount': '500.00'}]}]}\
        """;

    private ImportWorld world;

    abstract HikariDataSource database();

    @BeforeEach
    void open() {
        world = new ImportWorld(database());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static String ids(String document) {
        return document.replaceAll("'A(\\d)'", "'" + A + "$1'")
                .replaceAll("'C(\\d)'", "'" + C + "$1'")
                .replaceAll("'X(\\d\\d)'", "'" + X.substring(0, X.length() - 1) + "$1'");
    }

    private ImportSummary run(String document) {
        return world.run(ids(document));
    }

    private List<String> rows(String sql) {
        return world.sql()
                .sql(sql)
                .query((row, number) -> {
                    var text = new StringBuilder();
                    for (var column = 1; column <= row.getMetaData().getColumnCount(); column++)
                        text.append(column == 1 ? "" : " ").append(row.getString(column));
                    return text.toString();
                })
                .list();
    }

    @Test
    void books_a_claim_as_charged_on_its_invoice_date() {
        run(BASE);

        assertThat(rows("""
            select debit_pot, debit_detail, credit_pot, amount, value_date, cause_kind, cause_part
              from posting join entry on entry.id = posting.entry
             order by number\
            """))
                .containsExactly(
                        "CHARGED PRINCIPAL INCOME 100000 2026-01-10 IMPORT /claims/0",
                        "CHARGED PRINCIPAL INCOME 50000 2026-03-01 IMPORT /claims/1",
                        "CHARGED PRINCIPAL INCOME 50000 2026-03-01 IMPORT /claims/2");
    }

    @Test
    void changes_nothing_when_the_same_comes_again() {
        run(BASE);
        var before = rows("select count(*) from entry");

        var again = run(BASE.replace(
                "'state': 'IN_COLLECTION',", "'onHoldTo': '', 'reference': null, 'state': 'IN_COLLECTION',"));

        assertThat(List.of(again.added(), again.replaced(), again.unchanged())).containsExactly(0L, 0L, 10L);
        assertThat(rows("select count(*) from entry")).isEqualTo(before);
    }

    @Test
    void names_the_row_whose_id_stands_for_other_content() {
        run(BASE);

        var refused = catchThrowableOfType(
                ImportRefused.class, () -> run(BASE.replace("'2026-03-01', 'relatesTo'", "'2026-03-02', 'relatesTo'")));

        assertThat(refused.isConflict()).isTrue();
        assertThat(refused.pointer()).isEqualTo("/claims/1");
    }

    @Test
    void replaces_an_authority_and_a_case_system() {
        run(BASE);

        var again = run("""
            {'authorities': [{'cvr': '11111111', 'name': 'Sønderby', 'closedTo': '2025-12-31',
                              'limits': [{'handlingType': 'OMPOSTER_INDBETALINGER', 'amount': '10.00'}]}],
             'caseSystems': [{'id': 'X01', 'cvr': '33333333', 'authorities': ['11111111'], 'callback': 'http://127.0.0.1:1/svar'}]}\
            """);

        assertThat(again.replaced()).isEqualTo(2);
        assertThat(rows("select name, closed_to, amount from authority join authority_limit on authority = cvr"))
                .containsExactly("Sønderby 2025-12-31 1000");
        assertThat(rows("select callback from case_system where callback is not null"))
                .containsExactly("http://127.0.0.1:1/svar");
    }

    @Test
    void keeps_debtor_systems_and_routes() {
        run("""
            {'routes': [{'authority': '11111111', 'debtorSystem': 'X09'}],
             'debtorSystems': [{'id': 'X09', 'cvr': '33333333', 'endpoint': 'http://127.0.0.1:1/x'}],
             'authorities': [{'cvr': '11111111'}]}\
            """);
        run("{'routes': [{'authority': '11111111', 'debtorSystem': null}]}");

        assertThat(rows("select authority, debtor_system from route")).containsExactly("11111111 null");
    }

    @Test
    void spreads_a_coverage_without_a_family_by_the_order_inside_a_claim() {
        run(BASE);
        run("""
            {'payments': [{'id': 'X21', 'account': 'A1', 'amount': '700.00', 'valueDate': '2026-01-05',
                           'coverages': [{'claim': 'C1', 'amount': '600.00'}]}],
             'charges': [{'id': 'X11', 'claim': 'C1', 'family': 'REMINDER_FEE', 'amount': '250.00', 'accrued': '2026-02-20'},
                         {'id': 'X12', 'claim': 'C1', 'family': 'LATE_INTEREST', 'amount': '20.00', 'accrued': '2026-02-21'}]}\
            """);

        assertThat(rows("select family, covered from claim_balance where covered > 0 order by family"))
                .containsExactly("LATE_INTEREST 2000", "PRINCIPAL 33000", "REMINDER_FEE 25000");
        assertThat(rows("select family, amount from coverage order by family"))
                .containsExactly("LATE_INTEREST 2000", "PRINCIPAL 33000", "REMINDER_FEE 25000");
        assertThat(rows("select unused from payment_balance")).containsExactly("10000");
        assertThat(rows("""
            select value_date, debit_pot, sum(amount)
              from posting join entry on entry.id = posting.entry
             where cause_part like '/payments/%'
             group by value_date, debit_pot
             order by value_date\
            """)).containsExactly("2026-01-05 BANK 70000", "2026-01-10 UNUSED 60000");
        assertKeptRowsAreTheirPostings();
    }

    @Test
    void reduces_interest_and_fees_by_charge_the_oldest_accrual_first() {
        run(BASE);
        run("""
            {'charges': [{'id': 'X11', 'claim': 'C1', 'family': 'LATE_INTEREST', 'amount': '10.00', 'accrued': '2026-03-01'},
                         {'id': 'X12', 'claim': 'C1', 'family': 'LATE_INTEREST', 'amount': '5.00', 'accrued': '2026-02-01'}],
             'reductions': [{'id': 'X31', 'claim': 'C1', 'family': 'LATE_INTEREST', 'amount': '7.00', 'date': '2026-04-01', 'reason': 'KLAGE'},
                            {'id': 'X32', 'claim': 'C1', 'family': 'LATE_INTEREST', 'amount': '2.00', 'date': '2026-04-02'},
                            {'id': 'X33', 'claim': 'C1', 'family': 'PRINCIPAL', 'amount': '1000.00', 'date': '2026-04-03'}],
             'writeOffs': [{'id': 'X41', 'claim': 'C1', 'amount': '6.00', 'date': '2026-04-04'}]}\
            """);

        assertThat(rows("select amount, reduced from charge order by accrued")).containsExactly("500 500", "1000 400");
        assertThat(rows("""
            select debit_pot, credit_pot, amount, about
              from posting join entry on entry.id = posting.entry
             where cause_part like '/reductions/%'
             order by number, line\
            """))
                .containsExactly(
                        "INCOME REDUCED 500 00000000-0000-4000-8000-000000000012",
                        "INCOME REDUCED 200 00000000-0000-4000-8000-000000000011",
                        "INCOME REDUCED 200 00000000-0000-4000-8000-000000000011",
                        "INCOME REDUCED 100000 null");
        assertThat(rows("select family, written_off from claim_balance where written_off > 0"))
                .containsExactly("LATE_INTEREST 600");
        assertKeptRowsAreTheirPostings();
    }

    @Test
    void keeps_facts_and_logs_that_they_came_to_be() {
        run(BASE);
        run("""
            {'liabilities': [{'id': 'X51', 'claim': 'C1', 'party': 'urn:oio:cpr-nr:6301701234', 'from': '2026-01-01'}],
             'respites': [{'id': 'X52', 'claim': 'C1', 'from': '2026-09-01', 'to': '2026-09-30'},
                          {'id': 'X53', 'claim': 'C1', 'from': '2026-10-01', 'to': '2026-10-01'}],
             'notices': [{'id': 'X54', 'claim': 'C1', 'kind': 'REMINDER', 'date': '2026-02-10'}]}\
            """);

        assertThat(rows("select kind, after_value, value_date from turn join entry on entry.id = turn.entry"
                        + " order by number"))
                .containsExactly(
                        "LIABILITY 2026-01-01 - urn:oio:cpr-nr:6301701234 2026-01-01",
                        "RESPITE 2026-09-01 2026-09-30 2026-07-01",
                        "RESPITE 2026-10-01 2026-10-01 2026-07-01",
                        "NOTICE REMINDER 2026-02-10 2026-02-10");
    }

    @Test
    void takes_a_closed_account_that_is_settled_and_an_annulled_claim_without_a_rest() {
        run(BASE.replace(
                        "'debtor': 'urn:oio:cpr-nr:6101701234'",
                        "'debtor': 'urn:oio:cpr-nr:6101701234', 'state': 'CLOSED'")
                .replace("'state': 'IN_COLLECTION'", "'state': 'ANNULLED'")
                .replaceAll("}$", """
                    ,'reductions': [{'id': 'X31', 'claim': 'C1', 'amount': '1000.00', 'date': '2026-04-01'}],
                     'writeOffs': [{'id': 'X32', 'claim': 'C2', 'amount': '500.00', 'date': '2026-04-01'}]}\
                    """));

        assertThat(rows("select count(*) from debtor_account where state = 'CLOSED'"))
                .containsExactly("1");
    }

    @Test
    void keeps_nothing_of_a_document_that_is_refused() {
        assertThatThrownBy(() -> run(BASE.replace(
                        "'SFO', 'dueDate': '2026-03-01', 'lines'", "'NONSENSE', 'dueDate': '2026-03-01', 'lines'")))
                .isInstanceOf(ImportRefused.class);

        assertThat(rows("select count(*) from authority")).containsExactly("0");
        assertThat(rows("select count(*) from imported")).containsExactly("0");
    }

    static Stream<String[]> refusals() {
        return Stream.of(new String[][] {
            {"/nonsense", "{'nonsense': []}"},
            {"", "[]"},
            {"", "{'claims': [}"},
            {"", "{} {}"},
            {"/claims", "{'claims': {}}"},
            {"/claims/0", "{'claims': [7]}"},
            {"/authorities/0/nonsense", "{'authorities': [{'cvr': '11111111', 'nonsense': 1}]}"},
            {"/authorities/0/cvr", "{'authorities': [{'cvr': '1111111'}]}"},
            {
                "/authorities/0/limits/0/handlingType",
                "{'authorities': [{'cvr': '11111111', 'limits': [{'handlingType': 'NONSENSE', 'amount': '1.00'}]}]}"
            },
            {
                "/caseSystems/0/authorities/0",
                "{'caseSystems': [{'id': 'X07', 'cvr': '33333333', 'authorities': ['77777777']}]}"
            },
            {"/caseSystems/0/certificate", "{'caseSystems': [{'id': 'X07', 'cvr': '33333333', 'certificate': 'abc'}]}"},
            {"/routes/0/debtorSystem", "{'routes': [{'authority': '11111111', 'debtorSystem': 'X77'}]}"},
            {
                "/accounts/0/caseSystem",
                "{'accounts': [{'id': 'A9', 'authority': '11111111', 'caseSystem': 'X02', 'debtor': 'urn:x'}]}"
            },
            {"/accounts/0/debtor", "{'accounts': [{'id': 'A9', 'authority': '11111111', 'caseSystem': 'X01'}]}"},
            {
                "/accounts/0/id",
                "{'accounts': [{'id': 'nonsense', 'authority': '11111111', 'caseSystem': 'X01', 'debtor': 'urn:x'}]}"
            },
            {
                "/accounts/0",
                "{'accounts': [{'id': 'A9', 'authority': '11111111', 'caseSystem': 'X01', 'debtor': 'urn:x', 'state':"
                        + " 'CLOSED'}],'payments': [{'id': 'X81', 'account': 'A9', 'amount': '1.00', 'valueDate':"
                        + " '2026-01-01'}]}"
            },
            {"/claims/0/account", claim("'account': 'A8'")},
            {"/claims/0/type", claim("'type': 'NONSENSE'")},
            {"/claims/0/dueDate", claim("'dueDate': '2026-02-30'")},
            {"/claims/0/dueDate", claim("'dueDate': '2026-2-3'")},
            {"/claims/0/periodTo", claim("'periodFrom': '2026-02-01', 'periodTo': '2026-01-31'")},
            {"/claims/0/onHoldTo", claim("'onHoldTo': '2026-02-01'")},
            {"/claims/0/relatesTo", claim("'relatesTo': 'C9'")},
            {"/claims/0/relatesTo", claim("'relatesTo': 'C8'")},
            {"/claims/0/relatesTo", claim("'account': 'A3', 'relatesTo': 'C1'")},
            {"/claims/0/lines", claim("'lines': []")},
            {"/claims/0/lines", claim("'lines': [{'amount': '1.00'}, {'amount': '-2.00'}]")},
            {"/claims/0/lines/0/amount", claim("'lines': [{'amount': '1,00'}]")},
            {"/claims/0/lines/0/amount", claim("'lines': [{'amount': 1.00}]")},
            {"/claims/0/lines/0/amount", claim("'lines': [{'amount': '1.001'}]")},
            {"/claims/0/reference", claim("'reference': 'a\\u0000b'")},
            {"/claims/0/state", claim("'state': 'NONSENSE'")},
            {"/claims/0", claim("'state': 'ANNULLED'")},
            {
                "/liabilities/0/to",
                "{'liabilities': [{'id': 'X81', 'claim': 'C1', 'party': 'urn:x', 'from': '2026-01-02', 'to':"
                        + " '2026-01-01'}]}"
            },
            {
                "/liabilities/0/claim",
                "{'liabilities': [{'id': 'X81', 'claim': 'C8', 'party': 'urn:x', 'from': '2026-01-02'}]}"
            },
            {"/charges/0/family", charge("'PRINCIPAL'", "'1.00'")},
            {"/charges/0/family", charge("'NONSENSE'", "'1.00'")},
            {"/charges/0/amount", charge("'REMINDER_FEE'", "'0.00'")},
            {"/charges/0/amount", charge("'REMINDER_FEE'", "'-1.00'")},
            {
                "/reductions/0/amount",
                "{'reductions': [{'id': 'X81', 'claim': 'C1', 'family': 'PRINCIPAL', 'amount': '1000.01', 'date':"
                        + " '2026-01-01'}]}"
            },
            {
                "/writeOffs/0/amount",
                "{'writeOffs': [{'id': 'X81', 'claim': 'C1', 'family': 'REMINDER_FEE', 'amount': '0.01', 'date':"
                        + " '2026-01-01'}]}"
            },
            {"/payments/0/coverages/0/amount", payment("'1.00'", "{'claim': 'C1', 'amount': '1.01'}")},
            {
                "/payments/0/coverages/1/amount",
                payment("'1.00'", "{'claim': 'C1', 'amount': '0.60'}, {'claim': 'C1', 'amount': '0.60'}")
            },
            {"/payments/0/coverages/0/amount", payment("'2000.00'", "{'claim': 'C1', 'amount': '1000.01'}")},
            {
                "/payments/0/coverages/0/amount",
                payment("'2000.00'", "{'claim': 'C1', 'family': 'REMINDER_FEE', 'amount': '0.01'}")
            },
            {"/payments/0/coverages/0/claim", payment("'2000.00'", "{'claim': 'C3', 'amount': '0.01'}")},
            {"/payments/0/coverages/0/claim", payment("'2000.00'", "{'claim': 'C8', 'amount': '0.01'}")},
            {
                "/respites/1/from",
                "{'respites': [{'id': 'X81', 'claim': 'C1', 'from': '2026-01-01', 'to': '2026-01-31'}, {'id': 'X82',"
                        + " 'claim': 'C1', 'from': '2026-01-31', 'to': '2026-02-28'}]}"
            },
            {"/notices/0/kind", "{'notices': [{'id': 'X81', 'claim': 'C1', 'kind': 'NONSENSE', 'date': '2026-01-01'}]}"
            },
        });
    }

    private static String claim(String fields) {
        var claim = new StringBuilder("{'id': 'C9'");
        if (!fields.contains("'account'")) claim.append(", 'account': 'A1'");
        if (!fields.contains("'type'")) claim.append(", 'type': 'SFO'");
        if (!fields.contains("'dueDate'")) claim.append(", 'dueDate': '2026-03-01'");
        if (!fields.contains("'lines'")) claim.append(", 'lines': [{'amount': '1.00'}]");
        return "{'claims': [" + claim.append(", ").append(fields) + "}]}";
    }

    private static String charge(String family, String amount) {
        return "{'charges': [{'id': 'X81', 'claim': 'C1', 'family': " + family + ", 'amount': " + amount
                + ", 'accrued': '2026-02-01'}]}";
    }

    private static String payment(String amount, String coverages) {
        return "{'payments': [{'id': 'X81', 'account': 'A1', 'amount': " + amount
                + ", 'valueDate': '2026-02-01', 'coverages': [" + coverages + "]}]}";
    }

    @TestFactory
    Stream<DynamicTest> refuses_with_a_pointer_to_what_is_wrong() {
        run(BASE);
        return refusals()
                .map(each -> DynamicTest.dynamicTest(each[0] + " of " + each[1], () -> {
                    var refused = catchThrowableOfType(ImportRefused.class, () -> run(each[1]));

                    assertThat(refused).isNotNull();
                    assertThat(refused.pointer()).isEqualTo(each[0]);
                    assertThat(refused.isConflict()).isFalse();
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C7", "C8"})
    void refuses_relations_in_a_ring(String second) {
        run(BASE);

        assertThatThrownBy(() -> run("""
            {'claims': [{'id': 'C6', 'account': 'A1', 'type': 'SFO', 'dueDate': '2026-03-01', 'relatesTo': 'SECOND', 'lines': [{'amount': '1.00'}]},
                        {'id': 'C7', 'account': 'A1', 'type': 'SFO', 'dueDate': '2026-03-01', 'relatesTo': 'C8', 'lines': [{'amount': '1.00'}]},
                        {'id': 'C8', 'account': 'A1', 'type': 'SFO', 'dueDate': '2026-03-01', 'relatesTo': 'C6', 'lines': [{'amount': '1.00'}]}]}\
            """.replace("SECOND", second)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("ring");
    }

    private void assertKeptRowsAreTheirPostings() {
        assertThat(world.get(ProofRows.class).prove().invariants()).allMatch(Proof.Invariant::holds);
    }
}
