package dk.debitorkonto.jdbc;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must be known again after a restart, in the database, so that all nodes know the same. */
@Component
public class KeptSettings {

    private final JdbcClient jdbc;

    public KeptSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> find(String name) {
        return jdbc.sql("select text_value from kept_setting where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    /** The kept value; {@code first} becomes it where there is none. */
    public String findOrKeep(String name, String first) {
        return find(name).orElseGet(() -> {
            jdbc.sql("insert into kept_setting (name, text_value) values (?, ?) on conflict do nothing")
                    .params(name, first)
                    .update();
            return find(name).orElseThrow();
        });
    }

    public void keep(String name, String value) {
        findOrKeep(name, value);
        jdbc.sql("update kept_setting set text_value = ? where name = ?")
                .params(value, name)
                .update();
    }
}
