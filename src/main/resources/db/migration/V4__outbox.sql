-- What is owed to others, until the receiver takes it, refuses it, or a person has to look. Its state is the answer's state of its request.
create table message (
    id        uuid         not null,
    authority varchar(8)   not null,
    request   uuid         not null references request,
    receiver  uuid         not null references case_system,
    body      text         not null, -- the same at each try
    made_at   timestamp(6) with time zone not null,
    due_at    timestamp(6) with time zone not null,
    state     varchar(8)   not null,
    primary key (id),
    constraint message_answers_once unique (request),
    constraint message_state check (state in ('PENDING', 'SENT', 'ACCEPTED', 'REJECTED', 'PARKED'))
);
