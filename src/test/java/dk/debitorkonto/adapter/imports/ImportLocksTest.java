package dk.debitorkonto.adapter.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That an import takes its locks at once and in order, so that it and a handling never wait for each other in a ring. */
class ImportLocksTest {

    private static final String BEFORE = """
        {'authorities': [{'cvr': '11111111'}],
         'caseSystems': [{'id': '@01', 'cvr': '33333333', 'authorities': ['11111111']}],
         'accounts': [{'id': '@a1', 'authority': '11111111', 'caseSystem': '@01', 'debtor': 'urn:x:1'},
                      {'id': '@a2', 'authority': '11111111', 'caseSystem': '@01', 'debtor': 'urn:x:2'},
                      {'id': '@a3', 'authority': '11111111', 'caseSystem': '@01', 'debtor': 'urn:x:3'}],
         'claims': [{'id': '@c1', 'account': '@a1', 'type': 'SFO', 'dueDate': '2026-03-01', 'lines': [{'amount': '500.00'}]},
                    {'id': '@c3', 'account': '@a3', 'type': 'SFO', 'dueDate': '2026-03-01', 'lines': [{'amount': '500.00'}]}]}
        """;

    /** About a3 first, then a2, then a1. */
    private static final String AFTER = """
        {'claims': [{'id': '@c4', 'account': '@a3', 'type': 'SFO', 'dueDate': '2026-03-01', 'lines': [{'amount': '5.00'}]}],
         'charges': [{'id': '@d1', 'claim': '@c3', 'family': 'REMINDER_FEE', 'amount': '1.00', 'accrued': '2026-03-02'}],
         'payments': [{'id': '@e1', 'account': '@a2', 'amount': '1.00', 'valueDate': '2026-03-05'},
                      {'id': '@e2', 'account': '@a1', 'amount': '1.00', 'valueDate': '2026-03-05',
                       'coverages': [{'claim': '@c1', 'amount': '1.00'}]}]}
        """;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void locks_all_accounts_concerned_by_one_statement_before_it_writes(TestDatabase database) {
        try (var world = new ImportWorld(database.fresh())) {
            world.run(ids(BEFORE));
            world.sent();

            world.run(ids(AFTER));

            var sent = world.sent();
            var locks =
                    sent.stream().filter(each -> each.contains("for update")).toList();
            assertThat(locks).hasSize(1);
            assertThat(sent.subList(0, sent.indexOf(locks.getFirst()))).noneMatch(each -> each.startsWith("insert"));
        }
    }

    private static String ids(String document) {
        return document.replaceAll("'@(\\w\\w)'", "'00000000-0000-4000-8000-0000000000$1'");
    }
}
