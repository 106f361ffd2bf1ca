-- Debtor systems outside, and which of them carries out an authority's requests (none: we do).
create table debtor_system (
    id          uuid         not null,
    cvr         varchar(8)   not null,
    name        varchar(200) not null,
    certificate varchar(8000),
    endpoint    varchar(500),
    primary key (id)
);

create table route (
    authority     varchar(8) not null references authority,
    debtor_system uuid references debtor_system,
    primary key (authority)
);

-- Which claims were on an account once.
create index turn_from on turn (authority, before_value);
