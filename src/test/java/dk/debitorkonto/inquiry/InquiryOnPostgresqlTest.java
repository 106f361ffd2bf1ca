package dk.debitorkonto.inquiry;

import com.zaxxer.hikari.HikariDataSource;
import dk.debitorkonto.testing.TestDatabase;

class InquiryOnPostgresqlTest extends InquiryContract {

    @Override
    HikariDataSource database() {
        return TestDatabase.POSTGRESQL.fresh();
    }
}
