-- What makes mass handlings cheap here, with the same promises kept.

-- Room in each page, so that an update that no index is about stays in its page and touches none (HOT).
alter table claim set (fillfactor = 60);
alter table claim_balance set (fillfactor = 60);
alter table charge set (fillfactor = 60);
alter table coverage set (fillfactor = 60);
alter table payment_balance set (fillfactor = 60);

-- What reverses nothing, relates to nothing or has no subject needs no place in an index.
alter table posting drop constraint posting_reversed_once;
create unique index posting_reversed_once on posting (authority, reverses_entry, reverses_line) where reverses_entry is not null;
alter table turn drop constraint turn_reversed_once;
create unique index turn_reversed_once on turn (authority, reverses_entry, reverses_line) where reverses_entry is not null;
drop index posting_debit_of;
create index posting_debit_of on posting (authority, debit_subject) where debit_subject is not null;
drop index posting_credit_of;
create index posting_credit_of on posting (authority, credit_subject) where credit_subject is not null;
drop index turn_from;
create index turn_from on turn (authority, before_value) where kind = 'CLAIM_ACCOUNT';
drop index claim_of_main;
create index claim_of_main on claim (authority, relates_to) where relates_to is not null;

-- A line stands in an entry: asked once for each statement's rows instead of for each row. Entries are final, so what was found stays.
create function require_entry() returns trigger language plpgsql as $$
begin
    if exists (select 1
                 from (select distinct authority, entry from written) line
                where not exists (select 1 from entry e where e.authority = line.authority and e.id = line.entry)) then
        raise exception 'a row of % is in no entry', tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
alter table posting drop constraint posting_authority_entry_fkey;
alter table turn drop constraint turn_authority_entry_fkey;
create trigger posting_of_entry after insert on posting
    referencing new table as written for each statement execute function require_entry();
create trigger turn_of_entry after insert on turn
    referencing new table as written for each statement execute function require_entry();
