-- An address that answers are sent to, with its circuit, and who sends to it: one node at a time, as long as its lease lasts.
create table receiver (
    id           uuid         not null,
    address      varchar(500) not null,
    failures     int          not null, -- in a row
    held_until   timestamp(6) with time zone, -- nothing is sent before; by the system's clock
    lease        uuid,
    leased_until timestamp(6) with time zone, -- by the database's clock
    primary key (id),
    constraint receiver_address unique (address),
    constraint receiver_failures check (failures >= 0)
);

-- What is owed to others, until the receiver takes it, refuses it, or a person has to look. Its state is the answer's state of its request.
create table message (
    id          uuid         not null,
    authority   varchar(8)   not null,
    request     uuid         not null references request,
    receiver    uuid         not null references case_system,
    body        text         not null, -- the same at each try
    made_at     timestamp(6) with time zone not null,
    state       varchar(8)   not null,
    tries       int          not null, -- all there were
    failed      int          not null, -- since it was made or a person sent it again
    since       timestamp(6) with time zone not null, -- when that was
    due_at      timestamp(6) with time zone, -- the next try; null where none is to come
    unaddressed boolean      not null, -- parked only because its receiver has no address
    primary key (id),
    constraint message_answers_once unique (request),
    constraint message_state check (state in ('PENDING', 'SENT', 'ACCEPTED', 'REJECTED', 'PARKED')),
    constraint message_due check ((due_at is null) = (state in ('ACCEPTED', 'REJECTED', 'PARKED'))),
    constraint message_unaddressed check (state = 'PARKED' or not unaddressed)
);
create index message_due_to on message (receiver, due_at);
create index message_unaddressed_to on message (receiver, unaddressed);

-- Each try: when, where, and what came back.
create table attempt (
    message      uuid         not null references message,
    number       int          not null,
    at           timestamp(6) with time zone not null,
    url          varchar(500) not null,
    http_status  int,
    milliseconds bigint       not null,
    result       varchar(8)   not null,
    came_back    varchar(4000) not null,
    primary key (message, number),
    constraint attempt_result check (result in ('ACCEPTED', 'REJECTED', 'FAILED'))
);

-- That a person had it sent again, and why.
create table resend (
    message uuid          not null references message,
    tries   int           not null, -- before it
    at      timestamp(6) with time zone not null,
    person  varchar(100)  not null,
    comment varchar(1000) not null,
    primary key (message, tries, at)
);

-- When the receipt had been written to the caller: no answer is sent before.
alter table request add column told_at timestamp(6) with time zone;
create index request_answer on request (answer, received_at, id);
