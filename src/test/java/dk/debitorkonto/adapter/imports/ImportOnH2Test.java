package dk.debitorkonto.adapter.imports;

import com.zaxxer.hikari.HikariDataSource;
import dk.debitorkonto.testing.TestDatabase;

class ImportOnH2Test extends ImportContract {

    @Override
    HikariDataSource database() {
        return TestDatabase.H2.fresh();
    }
}
