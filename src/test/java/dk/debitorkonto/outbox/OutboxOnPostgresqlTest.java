package dk.debitorkonto.outbox;

import dk.debitorkonto.testing.TestDatabase;

class OutboxOnPostgresqlTest extends OutboxContract {

    OutboxOnPostgresqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
