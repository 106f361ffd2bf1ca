-- The test bench's; empty in production. How the simulated counterpart is to behave about a request.
create table counterpart_behaviour (
    sender_cvr     varchar(8)  not null,
    case_system    uuid        not null,
    identification uuid        not null,
    rejects        boolean     not null,
    delay_millis   bigint      not null,
    times          int,
    mistake        varchar(15),
    primary key (sender_cvr, case_system, identification)
);

-- What the simulated case system got, each answer once.
create table counterpart_answer (
    answer         uuid        not null,
    identification uuid        not null,
    case_system    uuid        not null,
    first_at       timestamp(6) with time zone not null,
    times          int         not null,
    body           text        not null,
    primary key (answer)
);
create index counterpart_answer_in_order on counterpart_answer (first_at, answer);
create index counterpart_answer_to on counterpart_answer (identification);
