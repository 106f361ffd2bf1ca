package dk.debitorkonto.faults;

import dk.debitorkonto.adapter.demo.DemoCast;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An authority of a seed's own, with the account that its run is about and the claims on it for each kind of request. */
record Town(long seed) {

    static final int LARGE = 8;
    static final int MANY = 100;

    /** More than one page of a handling of a whole account. */
    static final int WHOLE = 1_100;

    private static final long FEE = 10_000;
    /** Øre, of all claims of the account that is handled as a whole. */
    static final long FEES = WHOLE * FEE;

    private static final long FIRST = 20_000_000;

    String authority() {
        return Long.toString(FIRST + Math.floorMod(seed, FIRST));
    }

    UUID account() {
        return named("account");
    }

    /** With a fee on each claim, handled as a whole. */
    UUID wholeAccount() {
        return named("whole account");
    }

    UUID caseSystem() {
        return named("case system");
    }

    /** So large that it can be reduced again and again. */
    UUID large(int n) {
        return named("large " + n % LARGE);
    }

    /** In recovery, to be recalled once. */
    UUID recovered(int n) {
        return named("recovered " + n);
    }

    /** To be written off in part, once. */
    UUID overdue(int n) {
        return named("overdue " + n);
    }

    private UUID named(String name) {
        return UUID.nameUUIDFromBytes(("faults:" + seed + " " + name).getBytes(StandardCharsets.UTF_8));
    }

    /** @param callback where the case system takes answers */
    String document(String callback) {
        var claims = IntStream.range(0, LARGE).mapToObj(n -> claim(large(n), "100000.00", "IN_COLLECTION"));
        var recovered = IntStream.range(0, MANY).mapToObj(n -> claim(recovered(n), "1000.00", "IN_RECOVERY"));
        var overdue = IntStream.range(0, MANY).mapToObj(n -> claim(overdue(n), "1000.00", "IN_COLLECTION"));
        var whole = IntStream.range(0, WHOLE)
                .mapToObj(n -> claim(wholeClaim(n), wholeAccount(), "1000.00", "IN_COLLECTION"));
        var all = Stream.of(claims, recovered, overdue, whole).flatMap(each -> each);
        var fees = IntStream.range(0, WHOLE).mapToObj(this::fee);
        return """
            {"authorities": [{"cvr": "%1$s", "name": "Eksempelby %1$s"}],
             "caseSystems": [{"id": "%2$s", "cvr": "%3$s", "name": "Pladsanvisning", "authorities": ["%1$s"], "callback": "%4$s"}],
             "accounts": [{"id": "%5$s", "authority": "%1$s", "caseSystem": "%2$s", "debtor": "urn:oio:cpr-nr:6101504001"},
                          {"id": "%6$s", "authority": "%1$s", "caseSystem": "%2$s", "debtor": "urn:oio:cpr-nr:6101504001"}],
             "claims": [%7$s],
             "charges": [%8$s]}
            """.formatted(
                        authority(),
                        caseSystem(),
                        DemoCast.CASE_SYSTEM_CVR,
                        callback,
                        account(),
                        wholeAccount(),
                        all.collect(Collectors.joining(",\n")),
                        fees.collect(Collectors.joining(",\n")));
    }

    private UUID wholeClaim(int n) {
        return named("whole " + n);
    }

    private String fee(int n) {
        return """
            {"id": "%s", "claim": "%s", "family": "REMINDER_FEE", "amount": "%d.00", "accrued": "2025-11-03"}\
            """.formatted(named("fee " + n), wholeClaim(n), FEE / 100);
    }

    private String claim(UUID id, String amount, String state) {
        return claim(id, account(), amount, state);
    }

    private static String claim(UUID id, UUID account, String amount, String state) {
        return """
            {"id": "%s", "account": "%s", "type": "DAGINSTITUTION", "periodFrom": "2025-09-01", "periodTo": "2025-09-30", "invoiceDate": "2025-09-01",
             "dueDate": "2025-09-15", "state": "%s", "lines": [{"text": "Eksempel", "amount": "%s"}]}\
            """.formatted(id, account, state, amount);
    }
}
