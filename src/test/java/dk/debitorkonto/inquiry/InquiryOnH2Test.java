package dk.debitorkonto.inquiry;

import com.zaxxer.hikari.HikariDataSource;
import dk.debitorkonto.testing.TestDatabase;

class InquiryOnH2Test extends InquiryContract {

    @Override
    HikariDataSource database() {
        return TestDatabase.H2.fresh();
    }
}
