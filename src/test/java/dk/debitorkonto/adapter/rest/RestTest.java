package dk.debitorkonto.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** REST over HTTP, as a program meets it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "debitorkonto.demo-data=false",
            "debitorkonto.database.url=jdbc:h2:mem:rest-test;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
        })
class RestTest {

    private static final String ACCOUNT = "00000000-0000-4000-8000-0000000000a1";
    private static final String CLAIM = "00000000-0000-4000-8000-0000000000c1";
    private static final String DOCUMENT = """
        {"authorities": [{"cvr": "11111111", "name": "Nordby"}],
         "caseSystems": [{"id": "00000000-0000-4000-8000-000000000001", "cvr": "33333333", "authorities": ["11111111"]}],
         "accounts": [{"id": "%s", "authority": "11111111", "caseSystem": "00000000-0000-4000-8000-000000000001", "debtor": "urn:oio:cpr-nr:6101701234"}],
         "claims": [{"id": "%s", "account": "%s", "type": "SFO", "dueDate": "2026-02-01", "lines": [{"amount": "1000.00"}]}]}\
        """.formatted(ACCOUNT, CLAIM, ACCOUNT);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;

    RestTest(@Value("${local.server.port}") int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(root + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void imports_and_tells_the_account() throws Exception {
        assertThat(post("/api/v1/import", DOCUMENT).statusCode()).isEqualTo(200);

        var account = json(get("/api/v1/accounts/" + ACCOUNT));

        assertThat(account.path("unusedPayments").asString()).isEqualTo("0.00");
        assertThat(account.path("claims").path(0).path("principal").asString()).isEqualTo("1000.00");
        assertThat(account.path("claims").path(0).has("respite")).isTrue();
        assertThat(json(get("/api/v1/claims/" + CLAIM + "/entries"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(json(get("/api/v1/accounts/" + ACCOUNT + "/entries?limit=1"))
                        .path("items")
                        .path(0)
                        .path("amount")
                        .asString())
                .isEqualTo("1000.00");
    }

    @Test
    void refuses_a_wrong_document_with_a_pointer() throws Exception {
        var refused = post("/api/v1/import", "{\"claims\": [{\"id\": \"nonsense\"}]}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(refused).path("pointer").asString()).isEqualTo("/claims/0/id");
    }

    @Test
    void answers_other_content_with_409() throws Exception {
        post("/api/v1/import", DOCUMENT);

        var refused = post("/api/v1/import", DOCUMENT.replace("1000.00", "1000.01"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("pointer").asString()).isEqualTo("/claims/0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/accounts/nonsense",
                "/api/v1/accounts/" + ACCOUNT + "?valueDate=nonsense",
                "/api/v1/accounts/" + ACCOUNT + "?valueDate=%2B99999-01-01",
                "/api/v1/accounts/" + ACCOUNT + "?knownAt=2026-01-01",
                "/api/v1/claims/" + CLAIM + "/entries?cursor=nonsense",
                "/api/v1/claims/" + CLAIM + "/entries?limit=0",
                "/api/v1/claims/" + CLAIM + "/entries?limit=1001",
                "/api/v1/requests?outcome=NONSENSE",
                "/api/v1/requests?waitingFor=person",
                "/api/v1/requests?authority=1",
                "/api/v1/requests?caseSystem=1",
                "/api/v1/requests?caseSystem=1-1-1-1-1",
                "/api/v1/requests/nonsense/effects",
                "/api/v1/promises?state=NONSENSE",
                "/api/v1/calls?after=-1",
                "/api/v1/calls?after=x",
                "/api/v1/calls?last=0"
            })
    void refuses_what_is_malformed(String path) throws Exception {
        post("/api/v1/import", DOCUMENT);

        var refused = get(path);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"accounts/{}", "accounts/{}/entries", "claims/{}/entries", "requests/{}", "requests/{}/effects"})
    void answers_what_is_unknown_with_404(String path) throws Exception {
        var refused = get("/api/v1/" + path.replace("{}", UUID.randomUUID().toString()));

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    /** Whatever was asked, and whoever asked: a browser too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GET; /api/v1/nonsense; ''; ''; 404",
                "GET; /api/v1; ''; ''; 404",
                "GET; /api/v1/; ''; ''; 404",
                "GET; /api/v1/accounts; ''; ''; 404",
                "GET; /api/v1/proof/nonsense; ''; ''; 404",
                "POST; /api/v1/nonsense; application/json; {}; 404",
                "DELETE; /api/v1/nonsense; ''; ''; 404",
                "DELETE; /api/v1/proof; ''; ''; 405",
                "POST; /api/v1/requests; application/json; {}; 405",
                "GET; /api/v1/import; ''; ''; 405",
                "PUT; /api/v1/clock; application/json; {}; 405",
                "POST; /api/v1/import; text/plain; {}; 415",
                "POST; /api/v1/import; ''; {}; 415",
                "POST; /api/v1/clock; application/xml; <now/>; 415",
                "POST; /api/v1/clock; application/json; {\"now\"; 400",
                "POST; /api/v1/clock; application/json; ''; 400",
                "POST; /api/v1/import; application/json; {\"claims\": [; 400",
                "POST; /api/v1/import; application/json; ''; 400",
                "POST; /api/v1/import; application/json; {\"authorities\": [{\"cvr\": \"11111111\", \"name\":"
                        + " \"a\\u0000\"}]}; 400",
                "POST; /api/v1/import; application/json; {\"authorities\": [{\"cvr\": \"11111111\", \"name\":"
                        + " \"\\uD83D\"}]}; 400",
                "POST; /api/v1/import; application/json; {\"\\u0000\": []}; 400",
                "POST; /api/v1/import; application/json; {\"authorities\": [{\"\\u0000\": 1}]}; 400",
                "GET; /api/v1/accounts/1-1-1-1-1; ''; ''; 400",
                "GET; /api/v1/accounts/00000000-0000-4000-8000-0000000000a; ''; ''; 400"
            })
    void tells_each_problem_as_a_document(String method, String path, String type, String body, int status)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!type.isEmpty()) request.header("Content-Type", type);

        var refused = client.send(request.build(), BodyHandlers.ofString());

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(refused).path("status").asInt()).isEqualTo(status);
    }

    @Test
    void takes_no_more_words_than_a_person_has() throws Exception {
        var path = "/api/v1/requests/" + java.util.UUID.randomUUID() + "/authorise";
        var refused = post(path, "{\"comment\": \"" + "x".repeat(70_000) + "\"}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
        assertThat(json(refused).path("status").asInt()).isEqualTo(413);
        assertThat(post(path, "{\"comment\": \"" + "x".repeat(60_000) + "\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void tells_the_catalogue() throws Exception {
        var types = json(get("/api/v1/handling-types")).path("items");

        assertThat(types.size()).isEqualTo(26);
        assertThat(types.path(0).path("reasons").size()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/requests?outcome=DEFERRED&waitingFor=PERSON",
                "/api/v1/promises?state=DUE",
                "/api/v1/alarms",
                "/api/v1/calls?last=1"
            })
    void tells_lists(String path) throws Exception {
        assertThat(json(get(path)).path("items").isArray()).isTrue();
    }

    @Test
    void tells_of_a_call_as_soon_as_it_is_answered() throws Exception {
        for (var call = 0; call < 20; call++) {
            var refused = post("/service/OIR/DebitorkontoAnmodningAfsend/1?x=" + call, "x");
            assertThat(refused.statusCode()).isEqualTo(404);
            var uuid = refused.body().replaceAll("(?s).*CallUUID: (\\S+) .*", "$1");

            var last = json(get("/api/v1/calls?last=1")).path("items").path(0);

            assertThat(last.path("call").asString()).isEqualTo(uuid);
        }
    }

    @Test
    void puts_the_clock_forward_and_never_back() throws Exception {
        var before =
                java.time.Instant.parse(json(get("/api/v1/clock")).path("now").asString());

        var moved = post("/api/v1/clock", "{\"advance\": \"PT2H\"}");

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(java.time.Instant.parse(json(moved).path("now").asString()))
                .isAfterOrEqualTo(before.plusSeconds(7_200));
        assertThat(post("/api/v1/clock", "{\"now\": \"2020-01-01T00:00:00Z\"}").statusCode())
                .isEqualTo(409);
        assertThat(post("/api/v1/clock", "{\"advance\": \"-PT1H\"}").statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; ''",
                "[]; ''",
                "{\"now\": \"2027-01-01T00:00:00Z\", \"advance\": \"P1D\"}; ''",
                "{\"now\": \"nonsense\"}; /now",
                "{\"advance\": \"nonsense\"}; /advance",
                "{\"advance\": 7}; /advance",
                "{\"nonsense\": 1}; /nonsense"
            })
    void refuses_a_malformed_time(String body, String pointer) throws Exception {
        var refused = post("/api/v1/clock", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("pointer").asString()).isEqualTo(pointer);
    }
}
