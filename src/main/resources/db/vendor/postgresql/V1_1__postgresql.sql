-- The journal is append only, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are final', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger entry_is_final before update or delete or truncate on entry for each statement execute function refuse_change();
create trigger posting_is_final before update or delete or truncate on posting for each statement execute function refuse_change();
create trigger turn_is_final before update or delete or truncate on turn for each statement execute function refuse_change();
create trigger seal_is_final before update or delete or truncate on seal for each statement execute function refuse_change();
