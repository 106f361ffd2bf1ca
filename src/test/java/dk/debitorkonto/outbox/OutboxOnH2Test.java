package dk.debitorkonto.outbox;

import dk.debitorkonto.testing.TestDatabase;

class OutboxOnH2Test extends OutboxContract {

    OutboxOnH2Test() {
        super(TestDatabase.H2);
    }
}
