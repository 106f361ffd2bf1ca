package dk.debitorkonto.bench;

import dk.debitorkonto.Debitorkonto;
import dk.debitorkonto.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole application as it is started by hand, with its demo data, in this process. */
final class BenchNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    BenchNode(TestDatabase database, Path data) {
        var settings = new ArrayList<>(
                List.of("--debitorkonto.http-port=0", "--debitorkonto.data=" + data, "--debitorkonto.demo-data=true"));
        if (database == TestDatabase.POSTGRESQL)
            settings.addAll(List.of(
                    "--debitorkonto.database.url=" + database.freshUrl(), "--debitorkonto.database.user=postgres"));
        context = new SpringApplicationBuilder(Debitorkonto.class).run(settings.toArray(String[]::new));
    }

    String address() {
        return address(context);
    }

    static String address(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    void imports(String document) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/api/v1/import"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(document))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
    }

    /** What is asked of its database. */
    long number(String sql) {
        var number = context.getBean(JdbcTemplate.class).queryForObject(sql, Long.class);
        if (number == null) throw new IllegalStateException("no number: " + sql);
        return number;
    }

    @Override
    public void close() {
        context.close();
    }
}
