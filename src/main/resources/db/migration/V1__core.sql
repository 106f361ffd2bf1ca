-- The books and the queue of wishes to change them. Read by H2 (PostgreSQL mode) and PostgreSQL alike.
-- Every row of an authority has `authority` first in its key. Amounts are whole øre.

create table authority (
    cvr       varchar(8)   not null,
    name      varchar(200) not null,
    closed_to date,
    primary key (cvr)
);

-- The sum of a plan's postings above which a person is asked, per authority and type.
create table authority_limit (
    authority     varchar(8)  not null references authority,
    handling_type varchar(40) not null,
    amount        bigint      not null check (amount >= 0),
    primary key (authority, handling_type)
);

-- Which coverage order holds from when; authority '*' is the default for all.
create table coverage_rule (
    authority  varchar(8)  not null,
    valid_from date        not null,
    version    varchar(40) not null,
    families   varchar(100) not null,
    primary key (authority, valid_from)
);
insert into coverage_rule values ('*', date '2000-01-01', 'daekning-2026-1', 'REMINDER_FEE,LATE_INTEREST,RECOVERY_INTEREST,PRINCIPAL');

create table case_system (
    id          uuid         not null,
    cvr         varchar(8)   not null,
    name        varchar(200) not null,
    certificate varchar(8000),
    callback    varchar(500),
    primary key (id)
);

create table agreement (
    case_system uuid       not null references case_system,
    authority   varchar(8) not null references authority,
    primary key (case_system, authority)
);

create table debtor_account (
    authority        varchar(8)   not null references authority,
    id               uuid         not null,
    case_system      uuid         not null references case_system,
    debtor           varchar(100) not null,
    title            varchar(200),
    kle              varchar(20),
    state            varchar(12)  not null,
    registered       date,
    reminder_stop_to date,
    primary key (authority, id),
    constraint debtor_account_state check (state in ('OPEN', 'CLOSED', 'HANDED_OVER'))
);
create index debtor_account_id on debtor_account (id);

create table claim (
    authority           varchar(8)  not null,
    id                  uuid        not null,
    account             uuid        not null,
    type                varchar(40) not null,
    kle                 varchar(20),
    period_from         date,
    period_to           date,
    invoice_date        date,
    due_date            date        not null,
    last_timely_payment date,
    limitation          date,
    reference           varchar(200),
    state               varchar(14) not null,
    on_hold_to          date,
    relates_to          uuid,
    reminder_stop_to    date,
    primary key (authority, id),
    foreign key (authority, account) references debtor_account,
    constraint claim_state check (state in ('REGISTERED', 'IN_COLLECTION', 'ON_HOLD', 'IN_RECOVERY', 'ANNULLED')),
    constraint claim_hold check (on_hold_to is null or state = 'ON_HOLD'),
    constraint claim_relation check (relates_to <> id)
);
create index claim_of_account on claim (authority, account, due_date, invoice_date, id);
create index claim_of_main on claim (authority, relates_to);

create table claim_line (
    authority varchar(8)   not null,
    claim     uuid         not null,
    line      int          not null,
    text      varchar(500),
    amount    bigint       not null,
    primary key (authority, claim, line)
);

-- A charge beside the principal: interest or a fee, with the day it accrued and how much of it has been reduced.
create table charge (
    authority varchar(8)  not null,
    id        uuid        not null,
    claim     uuid        not null,
    family    varchar(17) not null,
    accrued   date        not null,
    amount    bigint      not null check (amount > 0),
    reduced   bigint      not null,
    undone    boolean     not null,
    primary key (authority, id),
    constraint charge_family check (family in ('LATE_INTEREST', 'RECOVERY_INTEREST', 'REMINDER_FEE')),
    constraint charge_reduced check (reduced between 0 and amount)
);
create index charge_of_claim on charge (authority, claim);

-- Kept balances, proven against the postings.
create table claim_balance (
    authority   varchar(8)  not null,
    claim       uuid        not null,
    family      varchar(17) not null,
    charged     bigint      not null,
    reduced     bigint      not null,
    covered     bigint      not null,
    written_off bigint      not null,
    primary key (authority, claim, family),
    constraint claim_balance_family check (family in ('PRINCIPAL', 'LATE_INTEREST', 'RECOVERY_INTEREST', 'REMINDER_FEE')),
    constraint claim_balance_side check (charged >= 0 and reduced >= 0 and covered >= 0 and written_off >= 0),
    constraint claim_balance_rest check (charged - reduced - covered - written_off >= 0)
);

create table payment (
    authority  varchar(8)  not null,
    id         uuid        not null,
    account    uuid        not null,
    amount     bigint      not null check (amount > 0),
    value_date date        not null,
    payer      varchar(200),
    channel    varchar(40),
    reference  varchar(200),
    primary key (authority, id),
    foreign key (authority, account) references debtor_account
);

create table payment_balance (
    authority varchar(8) not null,
    payment   uuid       not null,
    account   uuid       not null,
    unused    bigint     not null,
    primary key (authority, payment, account),
    constraint payment_balance_side check (unused >= 0)
);
create index payment_balance_of_account on payment_balance (authority, account);

create table coverage (
    authority varchar(8)  not null,
    payment   uuid        not null,
    claim     uuid        not null,
    family    varchar(17) not null,
    amount    bigint      not null,
    primary key (authority, payment, claim, family),
    constraint coverage_side check (amount >= 0)
);
create index coverage_of_claim on coverage (authority, claim);

create table respite (
    authority varchar(8) not null,
    id        uuid       not null,
    claim     uuid       not null,
    from_date date       not null,
    to_date   date       not null,
    primary key (authority, id),
    constraint respite_period check (from_date <= to_date)
);
create index respite_of_claim on respite (authority, claim);

create table liability (
    authority varchar(8)   not null,
    id        uuid         not null,
    claim     uuid         not null,
    party     varchar(100) not null,
    from_date date         not null,
    to_date   date,
    primary key (authority, id),
    constraint liability_period check (to_date is null or from_date <= to_date)
);
create index liability_of_claim on liability (authority, claim);

-- A letter sent on a claim. One that a handling wrote and an undo took back is `undone`.
create table notice (
    authority varchar(8)  not null,
    id        uuid        not null,
    claim     uuid        not null,
    kind      varchar(10) not null,
    sent      date        not null,
    undone    boolean     not null,
    primary key (authority, id),
    constraint notice_kind check (kind in ('INVOICE', 'REMINDER'))
);
create index notice_of_claim on notice (authority, claim);

-- The journal: append only.
create table entry (
    authority  varchar(8)  not null references authority,
    id         uuid        not null,
    number     bigint      generated always as identity,
    booked_at  timestamp(6) with time zone not null,
    value_date date        not null,
    cause_kind varchar(10) not null,
    cause      uuid        not null,
    cause_part varchar(100),
    comment    varchar(500),
    actor      varchar(100) not null,
    primary key (authority, id),
    constraint entry_cause check (cause_kind in ('REQUEST', 'IMPORT', 'ROUTINE', 'PERSON'))
);
create unique index entry_number on entry (number);
create index entry_of_cause on entry (authority, cause);

create table posting (
    authority      varchar(8)  not null,
    entry          uuid        not null,
    line           int         not null,
    debit_pot      varchar(14) not null,
    debit_subject  uuid,
    debit_detail   varchar(36),
    credit_pot     varchar(14) not null,
    credit_subject uuid,
    credit_detail  varchar(36),
    amount         bigint      not null,
    about          uuid,
    reverses_entry uuid,
    reverses_line  int,
    primary key (authority, entry, line),
    foreign key (authority, entry) references entry,
    constraint posting_amount check (amount > 0),
    constraint posting_two_pots check (debit_pot <> credit_pot or debit_subject <> credit_subject or debit_detail <> credit_detail),
    constraint posting_debit check (
        debit_pot in ('CHARGED', 'REDUCED', 'COVERED', 'WRITTEN_OFF') and debit_subject is not null
            and debit_detail in ('PRINCIPAL', 'LATE_INTEREST', 'RECOVERY_INTEREST', 'REMINDER_FEE')
        or debit_pot = 'UNUSED' and debit_subject is not null and debit_detail is not null
        or debit_pot in ('INCOME', 'WRITE_OFF_COST', 'BANK', 'IN_TRANSIT', 'OBSERVATION', 'ADVANCE', 'REFUNDS_DUE')
            and debit_subject is null and debit_detail is null),
    constraint posting_credit check (
        credit_pot in ('CHARGED', 'REDUCED', 'COVERED', 'WRITTEN_OFF') and credit_subject is not null
            and credit_detail in ('PRINCIPAL', 'LATE_INTEREST', 'RECOVERY_INTEREST', 'REMINDER_FEE')
        or credit_pot = 'UNUSED' and credit_subject is not null and credit_detail is not null
        or credit_pot in ('INCOME', 'WRITE_OFF_COST', 'BANK', 'IN_TRANSIT', 'OBSERVATION', 'ADVANCE', 'REFUNDS_DUE')
            and credit_subject is null and credit_detail is null),
    constraint posting_reversed_once unique (authority, reverses_entry, reverses_line)
);
create index posting_debit_of on posting (authority, debit_subject);
create index posting_credit_of on posting (authority, credit_subject);

-- Each turn of a fact is a row that stays; the objects above keep the current value.
create table turn (
    authority      varchar(8)  not null,
    entry          uuid        not null,
    line           int         not null,
    kind           varchar(16) not null,
    subject        uuid        not null,
    part           uuid        not null,
    before_value   varchar(200),
    after_value    varchar(200),
    reverses_entry uuid,
    reverses_line  int,
    primary key (authority, entry, line),
    foreign key (authority, entry) references entry,
    constraint turn_kind check (kind in ('CLAIM_STATE', 'CLAIM_ACCOUNT', 'RESPITE', 'CLAIM_STOP', 'ACCOUNT_STOP', 'ACCOUNT_STATE', 'LIABILITY', 'RELATION', 'NOTICE')),
    constraint turn_reversed_once unique (authority, reverses_entry, reverses_line)
);
create index turn_of on turn (authority, subject);

-- The sealer's chain over the entries of an authority.
create table seal (
    authority varchar(8)  not null,
    sequence  bigint      not null,
    entry     uuid        not null,
    hash      varchar(64) not null,
    primary key (authority, sequence),
    unique (authority, entry)
);

create table seal_head (
    authority      varchar(8)  not null references authority,
    sequence       bigint      not null,
    hash           varchar(64) not null,
    sealed_through bigint      not null, -- every entry up to this number is sealed
    primary key (authority)
);

-- A request for a handling, under its key, with the receipt that it got.
create table request (
    id               uuid         not null,
    authority        varchar(8)   not null,
    sender_cvr       varchar(8)   not null,
    case_system      uuid         not null,
    identification   uuid         not null,
    request_id       uuid,
    transaction_id   varchar(255) not null,
    received_at      timestamp(6) with time zone not null,
    handling_type    varchar(40)  not null,
    variant          varchar(1)   not null,
    account          uuid         not null,
    target_account   uuid,
    effect_date      date,
    content          text         not null,
    outcome          varchar(24),
    receipt          text,
    wish             text,
    waiting_for      varchar(14),
    expected         date,
    answer_by        date,
    plan_fingerprint varchar(64),
    plan_amount      bigint,
    decided_at       timestamp(6) with time zone,
    persons          int          not null,
    asked_fingerprint varchar(200),
    note             varchar(500),
    answer           varchar(10)  not null,
    undone_by        uuid,
    primary key (id),
    constraint request_key unique (sender_cvr, case_system, identification),
    constraint request_call unique (sender_cvr, case_system, request_id),
    constraint request_outcome check (outcome in ('REJECTED', 'ACCEPTED_WITHOUT_STATUS', 'CARRIED_OUT', 'NOT_CARRIED_OUT', 'DEFERRED')),
    constraint request_waiting check (waiting_for in ('DATE', 'PERSON', 'SECOND_PERSON', 'PEER')),
    constraint request_answer check (answer in ('NONE', 'PENDING', 'SENT', 'ACCEPTED', 'REJECTED', 'PARKED'))
);
create index request_identification on request (identification);
create index request_waits on request (outcome, waiting_for, id);

-- What a request changed: each object before and after, in the order of its plan.
create table effect (
    request      uuid         not null,
    ordinal      int          not null,
    subject_kind varchar(7)   not null,
    subject      uuid         not null,
    before_value varchar(4000) not null,
    after_value  varchar(4000) not null,
    primary key (request, ordinal)
);

-- One row for each request read on a service's path.
create table service_call (
    sequence       bigint       generated always as identity,
    call           uuid         not null,
    service        varchar(40)  not null,
    operation      varchar(60),
    model          varchar(10)  not null,
    certificate    varchar(64),
    case_system    uuid,
    identification uuid,
    http_status    int          not null,
    fault          varchar(40),
    reason         varchar(500),
    received_at    timestamp(6) with time zone not null,
    received_bytes bigint       not null,
    received_sha256 varchar(64) not null,
    sent_at        timestamp(6) with time zone not null,
    sent_bytes     bigint       not null,
    sent_sha256    varchar(64)  not null,
    primary key (sequence)
);

-- An import document's rows by id, so that the same again changes nothing and other content is named.
create table imported (
    kind    varchar(14) not null,
    id      varchar(80) not null,
    digest  varchar(64) not null,
    import_id uuid      not null,
    primary key (kind, id)
);

-- What must be known again after a restart: our instance's id, the demo's clock.
create table kept_setting (
    name       varchar(40)  not null,
    text_value varchar(200) not null,
    primary key (name)
);
