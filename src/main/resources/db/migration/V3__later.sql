-- What waits for its time, as db-scheduler keeps it: one row for each duty and row, and no more than its id.
create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            bytea,
    execution_time       timestamp(6) with time zone not null,
    picked               boolean      not null,
    picked_by            varchar(100),
    last_success         timestamp(6) with time zone,
    last_failure         timestamp(6) with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp(6) with time zone,
    version              bigint       not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_alive on scheduled_tasks (last_heartbeat);

-- Work that was given up after its tries, until a person has looked.
create table parked_work (
    duty      varchar(100) not null,
    subject   uuid         not null,
    parked_at timestamp(6) with time zone not null,
    tries     int          not null,
    failure   varchar(200) not null,
    primary key (duty, subject)
);

-- The day that the receipt promised; `expected` moves with what a deferred request waits for.
alter table request add column promised date;

-- What persons said of a deferred request. One whose plan has changed since is lapsed.
create table authorisation (
    request     uuid         not null references request,
    ordinal     int          not null,
    person      varchar(100) not null,
    at          timestamp(6) with time zone not null,
    fingerprint varchar(64)  not null,
    verdict     varchar(10)  not null,
    comment     varchar(500) not null,
    lapsed      boolean      not null,
    primary key (request, ordinal),
    constraint authorisation_verdict check (verdict in ('AUTHORISED', 'DECLINED', 'RESUMED'))
);
