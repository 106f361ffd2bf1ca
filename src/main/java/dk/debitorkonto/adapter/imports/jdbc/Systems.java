package dk.debitorkonto.adapter.imports.jdbc;

import dk.debitorkonto.adapter.imports.ImportRows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Authorities, the systems that act for them, and routes: rows that other content replaces. */
@Component
public class Systems {

    private final JdbcClient jdbc;

    Systems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<String> authorities() {
        return new HashSet<>(
                jdbc.sql("select cvr from authority").query(String.class).list());
    }

    public Set<UUID> debtorSystems() {
        return new HashSet<>(
                jdbc.sql("select id from debtor_system").query(UUID.class).list());
    }

    /** The case systems, each with the authorities that it may act for. */
    public Map<UUID, Set<String>> agreements() {
        var agreements = new HashMap<UUID, Set<String>>();
        jdbc.sql("""
            select case_system.id, agreement.authority
              from case_system
              left join agreement on agreement.case_system = case_system.id\
            """).query(row -> {
            var authorities = agreements.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>());
            var authority = row.getString(2);
            if (authority != null) authorities.add(authority);
        });
        return agreements;
    }

    public void put(ImportRows.Authority authority) {
        put(
                authority,
                "update authority set name = :name, closed_to = :closedTo where cvr = :cvr",
                "insert into authority (cvr, name, closed_to) values (:cvr, :name, :closedTo)");
        jdbc.sql("delete from authority_limit where authority = ?")
                .param(authority.cvr())
                .update();
        for (var limit : authority.limits())
            jdbc.sql("insert into authority_limit (authority, handling_type, amount) values (?, ?, ?)")
                    .params(
                            authority.cvr(),
                            limit.handlingType(),
                            limit.amount().oere())
                    .update();
    }

    public void put(ImportRows.CaseSystem system) {
        put(system, """
            update case_system
               set cvr = :cvr, name = :name, certificate = :certificate, callback = :callback
             where id = :id\
            """, """
            insert into case_system (id, cvr, name, certificate, callback)
            values (:id, :cvr, :name, :certificate, :callback)\
            """);
        jdbc.sql("delete from agreement where case_system = ?")
                .param(system.id())
                .update();
        for (var authority : system.authorities())
            jdbc.sql("insert into agreement (case_system, authority) values (?, ?)")
                    .params(system.id(), authority)
                    .update();
    }

    public void put(ImportRows.DebtorSystem system) {
        put(system, """
            update debtor_system
               set cvr = :cvr, name = :name, certificate = :certificate, endpoint = :endpoint
             where id = :id\
            """, """
            insert into debtor_system (id, cvr, name, certificate, endpoint)
            values (:id, :cvr, :name, :certificate, :endpoint)\
            """);
    }

    public void put(ImportRows.Route route) {
        put(
                route,
                "update route set debtor_system = :debtorSystem where authority = :authority",
                "insert into route (authority, debtor_system) values (:authority, :debtorSystem)");
    }

    private void put(Object row, String update, String insert) {
        if (jdbc.sql(update).paramSource(row).update() == 0)
            jdbc.sql(insert).paramSource(row).update();
    }
}
