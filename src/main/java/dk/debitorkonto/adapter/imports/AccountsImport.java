package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.adapter.imports.jdbc.NewRows;
import dk.debitorkonto.adapter.imports.jdbc.Systems;
import dk.debitorkonto.debtor.AccountState;
import java.util.List;
import org.springframework.stereotype.Component;

/** Debtor accounts. */
@Component
final class AccountsImport implements ListImport<ImportRows.Account> {

    private final Systems systems;
    private final NewRows newRows;

    AccountsImport(Systems systems, NewRows newRows) {
        this.systems = systems;
        this.newRows = newRows;
    }

    @Override
    public DocumentList<ImportRows.Account> list() {
        return new DocumentList<>(
                "accounts",
                "ACCOUNT",
                false,
                RowReading::account,
                account -> account.id().toString());
    }

    @Override
    public void write(List<Numbered<ImportRows.Account>> rows, ImportRun run) {
        var authorities = systems.authorities();
        var agreements = systems.agreements();
        for (var numbered : rows) {
            var account = numbered.row();
            if (!authorities.contains(account.authority())) throw numbered.refuse("authority", "unknown authority");
            var actsFor = agreements.get(account.caseSystem());
            if (actsFor == null) throw numbered.refuse("caseSystem", "unknown case system");
            if (!actsFor.contains(account.authority()))
                throw numbered.refuse("caseSystem", "doesn't act for the account's authority");
            if (account.state() == AccountState.CLOSED) run.closed.put(account.id(), numbered.pointer());
            run.locked.add(account.id());
        }
        newRows.accounts(rows.stream().map(Numbered::row).toList());
    }
}
