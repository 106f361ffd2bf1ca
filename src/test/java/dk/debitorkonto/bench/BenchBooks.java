package dk.debitorkonto.bench;

import dk.debitorkonto.adapter.demo.DemoCast;
import dk.debitorkonto.adapter.demo.DemoRequest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Accounts with claims to act on, and requests about one claim each: the demo's for a type, with other ids. */
final class BenchBooks {

    /** The demo's case system keeps the one that it has. */
    static final String NO_CALLBACK = "";

    private record Held(UUID account, UUID claim) {}

    private final DemoCast.Part part;
    private final String state;
    private final List<UUID> accounts;
    private final List<Held> claims;
    private final String template;

    /** @param state of all claims */
    BenchBooks(DemoCast.Part part, int accounts, int claimsEach, String state) {
        this.part = part;
        this.state = state;
        this.accounts =
                IntStream.range(0, accounts).mapToObj(n -> UUID.randomUUID()).toList();
        this.claims = IntStream.range(0, claimsEach)
                .boxed()
                .flatMap(n -> this.accounts.stream().map(account -> new Held(account, UUID.randomUUID())))
                .toList();
        this.template = DemoRequest.of(part, OffsetDateTime.now(ZoneOffset.UTC))
                .replaceAll(
                        "(?s)<d:FordringIdentifikation>(?!%s).*?</d:FordringIdentifikation>"
                                .formatted(part.claims().getFirst()),
                        "");
    }

    int rows() {
        return accounts.size() + claims.size();
    }

    /** A new request about any of the claims. */
    String aboutAny() {
        return about(ThreadLocalRandom.current().nextInt(claims.size()));
    }

    /** A new request about the n-th claim; the next is on another account. */
    String about(int n) {
        var held = claims.get(n);
        return template.replace(
                        part.identification().toString(), UUID.randomUUID().toString())
                .replace(part.account().toString(), held.account().toString())
                .replace(part.claims().getFirst().toString(), held.claim().toString());
    }

    /** All of it, to be imported. */
    String document(String callback) {
        return "{" + (callback.isEmpty() ? "" : caseSystem(callback)) + "\"accounts\": ["
                + accounts.stream().map(BenchBooks::account).collect(Collectors.joining(",\n"))
                + "],\n\"claims\": ["
                + claims.stream().map(this::claim).collect(Collectors.joining(",\n"))
                + "]}";
    }

    private static String caseSystem(String callback) {
        return """
            "caseSystems": [{"id": "%s", "cvr": "%s", "name": "Pladsanvisning", "authorities": ["%s"], "callback": "%s"}],
            """.formatted(DemoCast.CASE_SYSTEM, DemoCast.CASE_SYSTEM_CVR, DemoCast.MUNICIPALITY, callback);
    }

    private static String account(UUID id) {
        return """
            {"id": "%s", "authority": "%s", "caseSystem": "%s", "debtor": "urn:oio:cpr-nr:6101010000"}\
            """.formatted(id, DemoCast.MUNICIPALITY, DemoCast.CASE_SYSTEM);
    }

    private String claim(Held held) {
        return """
            {"id": "%s", "account": "%s", "type": "DAGINSTITUTION", "dueDate": "2026-01-15", "state": "%s", \
            "lines": [{"text": "Plads", "amount": "1000.00"}]}\
            """.formatted(held.claim(), held.account(), state);
    }
}
