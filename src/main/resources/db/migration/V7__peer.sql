-- The debtor system outside that a request was passed on to, and whose receipt was handed back; none where it was decided here.
alter table request add column passed_to uuid references debtor_system;

-- What debtor systems outside answered, as far as it was accepted: a repeat gets the same receipt.
create table peer_answer (
    id            uuid not null, -- by which the debtor system names it
    request       uuid not null references request,
    debtor_system uuid not null references debtor_system,
    request_id    uuid,
    received_at   timestamp(6) with time zone not null,
    content       text not null,
    receipt       text not null,
    primary key (id),
    constraint peer_answer_once unique (request),
    constraint peer_answer_call unique (debtor_system, request_id)
);
