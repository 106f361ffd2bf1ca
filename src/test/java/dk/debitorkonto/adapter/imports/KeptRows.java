package dk.debitorkonto.adapter.imports;

/** What is kept must be what its postings add up to. */
public final class KeptRows {

    /** Each kept figure that differs from the sum of its postings, of claims, unused payments and charges. */
    public static final String DIFFERING = """
            with moved as (
                select debit_pot as pot, debit_subject as subject, debit_detail as detail,
                       case when debit_pot in ('CHARGED') then amount else -amount end as amount
                  from posting
                 union all
                select credit_pot, credit_subject, credit_detail,
                       case when credit_pot in ('CHARGED') then -amount else amount end
                  from posting),
            balances as (
                select pot, subject, detail, sum(amount) as amount
                  from moved
                 where subject is not null
                 group by pot, subject, detail),
            kept as (
                select 'CHARGED' as pot, claim as subject, family as detail, charged as amount from claim_balance
                 union all
                select 'REDUCED', claim, family, reduced from claim_balance
                 union all
                select 'COVERED', claim, family, covered from claim_balance
                 union all
                select 'WRITTEN_OFF', claim, family, written_off from claim_balance
                 union all
                select 'UNUSED', payment, cast(account as varchar(36)), unused from payment_balance)
            select coalesce(kept.pot, balances.pot), coalesce(kept.subject, balances.subject), kept.amount, balances.amount
              from kept
              full join balances on balances.pot = kept.pot
                                and balances.subject = kept.subject
                                and balances.detail = kept.detail
             where coalesce(kept.amount, 0) <> coalesce(balances.amount, 0)
             union all
            select 'COVERAGE', claim_balance.claim, claim_balance.covered, coalesce(used.amount, 0)
              from claim_balance
              left join (select claim, family, sum(amount) as amount from coverage group by claim, family) used
                on used.claim = claim_balance.claim
               and used.family = claim_balance.family
             where claim_balance.covered <> coalesce(used.amount, 0)
             union all
            select 'CHARGES', claim_balance.claim, claim_balance.reduced, coalesce(charges.reduced, 0)
              from claim_balance
              left join (select claim, family, sum(reduced) as reduced from charge group by claim, family) charges
                on charges.claim = claim_balance.claim
               and charges.family = claim_balance.family
             where claim_balance.family <> 'PRINCIPAL'
               and claim_balance.reduced <> coalesce(charges.reduced, 0)""";

    private KeptRows() {}
}
