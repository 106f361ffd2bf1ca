-- H2 finds rows by `id = any(?)` only through an index that begins with that column.
create index claim_by_id on claim (id);
create index claim_by_main on claim (relates_to);
create index charge_by_claim on charge (claim);
create index claim_balance_by_claim on claim_balance (claim);
create index coverage_by_claim on coverage (claim);
create index respite_by_claim on respite (claim);
create index liability_by_claim on liability (claim);
create index notice_by_claim on notice (claim);
create index payment_balance_by_account on payment_balance (account);
create index posting_by_debit on posting (debit_subject);
create index posting_by_credit on posting (credit_subject);
create index turn_by_subject on turn (subject);

-- The journal is append only: H2's triggers are Java classes.
create trigger entry_is_final before update, delete on entry for each row call 'dk.debitorkonto.ledger.jdbc.FinalRows';
create trigger posting_is_final before update, delete on posting for each row call 'dk.debitorkonto.ledger.jdbc.FinalRows';
create trigger turn_is_final before update, delete on turn for each row call 'dk.debitorkonto.ledger.jdbc.FinalRows';
create trigger seal_is_final before update, delete on seal for each row call 'dk.debitorkonto.ledger.jdbc.FinalRows';
