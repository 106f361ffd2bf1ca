package dk.debitorkonto.adapter.imports.jdbc;

import dk.debitorkonto.debtor.AccountState;

/** What rows about a debtor account must know of it. */
public record KnownAccount(String authority, AccountState state) {}
