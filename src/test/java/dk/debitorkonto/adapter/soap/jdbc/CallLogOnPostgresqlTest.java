package dk.debitorkonto.adapter.soap.jdbc;

import dk.debitorkonto.testing.TestDatabase;

class CallLogOnPostgresqlTest extends CallLogContract {

    CallLogOnPostgresqlTest() {
        super(TestDatabase.POSTGRESQL.fresh());
    }
}
