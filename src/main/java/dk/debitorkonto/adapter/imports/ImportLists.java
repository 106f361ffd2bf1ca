package dk.debitorkonto.adapter.imports;

import java.util.List;
import org.springframework.stereotype.Component;

/** The document's lists, each after those that it builds on. */
@Component
final class ImportLists {

    private final SystemsImport systems;
    private final AccountsImport accounts;
    private final ClaimsImport claims;
    private final FactsImport facts;
    private final MoneyImport money;

    ImportLists(
            SystemsImport systems, AccountsImport accounts, ClaimsImport claims, FactsImport facts, MoneyImport money) {
        this.systems = systems;
        this.accounts = accounts;
        this.claims = claims;
        this.facts = facts;
        this.money = money;
    }

    /** Coverage comes last, as it is spread over what is left of a claim. */
    List<ListImport<?>> inOrder() {
        return List.of(
                systems.authorities(),
                systems.debtorSystems(),
                systems.routes(),
                systems.caseSystems(),
                accounts,
                claims,
                facts.liabilities(),
                facts.respites(),
                facts.notices(),
                money.charges(),
                money.reductions(),
                money.writeOffs(),
                money.payments());
    }
}
