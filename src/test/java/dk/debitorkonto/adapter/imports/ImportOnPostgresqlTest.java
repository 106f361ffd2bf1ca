package dk.debitorkonto.adapter.imports;

import com.zaxxer.hikari.HikariDataSource;
import dk.debitorkonto.testing.TestDatabase;

class ImportOnPostgresqlTest extends ImportContract {

    @Override
    HikariDataSource database() {
        return TestDatabase.POSTGRESQL.fresh();
    }
}
