package dk.debitorkonto.adapter.soap.answer.jdbc;

import dk.debitorkonto.adapter.soap.answer.AnsweredRequests;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answered requests as the database has them. */
@Component
final class RequestTable implements AnsweredRequests {

    private final JdbcClient jdbc;

    RequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> authorityOf(String caseSystemCvr, @Nullable UUID caseSystem, UUID identification) {
        return jdbc
                .sql("""
                    select case_system, authority
                      from request
                     where identification = :identification
                       and sender_cvr     = :cvr\
                    """)
                .param("identification", identification)
                .param("cvr", caseSystemCvr)
                .query((row, number) -> Map.entry(row.getObject("case_system", UUID.class), row.getString("authority")))
                .list()
                .stream()
                .filter(found -> caseSystem == null || found.getKey().equals(caseSystem))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
