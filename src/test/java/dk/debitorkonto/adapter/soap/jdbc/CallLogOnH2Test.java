package dk.debitorkonto.adapter.soap.jdbc;

import dk.debitorkonto.testing.TestDatabase;

class CallLogOnH2Test extends CallLogContract {

    CallLogOnH2Test() {
        super(TestDatabase.H2.fresh());
    }
}
