package dk.debitorkonto.handling;

import java.util.List;
import java.util.UUID;

/** All kept rows of some accounts and claims, to compare before and after; what an undo leaves behind empty isn't told. */
final class KeptRows {

    private static final String ALL = """
        select concat_ws('|', 'balance', claim, family, charged, reduced, covered, written_off) as line
          from claim_balance
         where claim = any (cast(? as uuid array)) and charged + reduced + covered + written_off > 0
        union all
        select concat_ws('|', 'unused', payment, account, unused)
          from payment_balance
         where account = any (cast(? as uuid array)) and unused > 0
        union all
        select concat_ws('|', 'coverage', payment, claim, family, amount)
          from coverage
         where claim = any (cast(? as uuid array)) and amount > 0
        union all
        select concat_ws('|', 'charge', id, claim, accrued, amount, reduced)
          from charge
         where claim = any (cast(? as uuid array)) and not undone
        union all
        select concat_ws('|', 'claim', id, account, state, coalesce(cast(on_hold_to as varchar(10)), '-'),
                         coalesce(cast(relates_to as varchar(36)), '-'), coalesce(cast(reminder_stop_to as varchar(10)), '-'))
          from claim
         where id = any (cast(? as uuid array))
        union all
        select concat_ws('|', 'account', id, state, coalesce(cast(reminder_stop_to as varchar(10)), '-'))
          from debtor_account
         where id = any (cast(? as uuid array))
        union all
        select concat_ws('|', 'respite', id, claim, from_date, to_date)
          from respite
         where claim = any (cast(? as uuid array))
        union all
        select concat_ws('|', 'liability', id, claim, party, from_date, coalesce(cast(to_date as varchar(10)), '-'))
          from liability
         where claim = any (cast(? as uuid array))
        union all
        select concat_ws('|', 'notice', id, claim, kind, sent)
          from notice
         where claim = any (cast(? as uuid array)) and not undone
        """;

    private KeptRows() {}

    static List<String> of(Office office, List<UUID> accounts, List<UUID> claims) {
        var found = office.jdbc.query(
                ALL,
                statement -> {
                    var ofClaims = statement.getConnection().createArrayOf("uuid", claims.toArray());
                    var ofAccounts = statement.getConnection().createArrayOf("uuid", accounts.toArray());
                    for (var index : List.of(1, 3, 4, 5, 7, 8, 9)) statement.setArray(index, ofClaims);
                    for (var index : List.of(2, 6)) statement.setArray(index, ofAccounts);
                },
                (row, n) -> row.getString(1));
        return found.stream().sorted().toList();
    }
}
