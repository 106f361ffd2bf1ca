package dk.debitorkonto.faults;

import dk.debitorkonto.testing.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run on a cluster: callers, caseworkers, a receiver, and what goes wrong by the seed; then all is left in peace but for one
 * more kill, the clock is put forward until nothing is under way, and the evidence is taken.
 */
final class Run {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final Duration LAST_WORD = Duration.ofMinutes(3);
    /** Persons look every few seconds, and half of their looks meet the node that is closed. */
    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(2);

    private static final Duration BETWEEN_STEPS = Duration.ofMillis(200);
    /** Over the waits of what failed, then over the day that some asked for, then over the waits again. */
    private static final List<String> STEPS = List.of("PT1M", "PT2M", "P4D");

    private static final String EVERY_LATER_STEP = "PT4M";
    private static final Pattern REST = Pattern.compile("\"rest\":\"(-?[0-9.]+)\"");
    private static final Pattern NOW = Pattern.compile("\"now\":\"([^\"]+)\"");
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final Town town;
    private final Cluster cluster;
    private final FaultyReceiver receiver;
    private final Mischief mischief;
    private final Traces traces;

    private Run(long seed, Cluster cluster, FaultyReceiver receiver) {
        this.town = new Town(seed);
        this.cluster = cluster;
        this.receiver = receiver;
        this.mischief = cluster.mischief(receiver);
        this.traces = new Traces(cluster.database().direct(), town.authority());
    }

    /** What is wrong after the run of a seed with so many blows. */
    static List<String> faults(long seed, int blows, Cluster cluster) throws Exception {
        try (var receiver = new FaultyReceiver(seed)) {
            return Checker.faults(new Run(seed, cluster, receiver).evidence(Mischief.blows(seed, blows)));
        }
    }

    private Evidence evidence(List<Mischief.Blow> blows) throws Exception {
        var survivor = cluster.nodes().getFirst();
        var other = cluster.nodes().getLast();
        survivor.awaitReady();
        var imported = survivor.post("/api/v1/import", town.document(receiver.url()), "anna");
        if (imported.statusCode() != 200) throw new IllegalStateException("not imported: " + imported.body());
        var before = rest(survivor);
        try (var callers = new Callers(town, today(survivor), cluster.nodes());
                var caseworkers = new Caseworkers(town.seed(), cluster.nodes())) {
            LOG.info("seed {}: {}", town.seed(), blows);
            caseworkers.start();
            underBlows(callers, blows);
            other.close();
            settle(survivor);
            callers.repeat(survivor);
            var books = books(before, survivor);
            var asked = callers.journal();
            LOG.info(
                    "{} requests, {} of them of a whole account",
                    asked.size(),
                    asked.stream()
                            .filter(each -> each.claim().equals(town.wholeAccount()))
                            .count());
            return new Evidence(asked, traces.rows(), receiver.taken(), books);
        } finally {
            other.restart();
        }
    }

    private static LocalDate today(Node node) throws IOException, InterruptedException {
        var now = NOW.matcher(node.get("/api/v1/clock"));
        if (!now.find()) throw new IOException("no clock");
        return LocalDate.ofInstant(Instant.parse(now.group(1)), COPENHAGEN);
    }

    private void underBlows(Callers callers, List<Mischief.Blow> blows) throws Exception {
        var calls = callers.start();
        for (var blow : blows) mischief.strike(blow);
        callers.end();
        LOG.info("the blows are over");
        for (var call : calls) {
            try {
                call.get(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // The journal tells who was never told.
                LOG.error("a caller is still waiting to be told", e);
            }
        }
        LOG.info("all callers were told");
        cluster.nodes().getFirst().awaitReady();
    }

    /** Puts the clock forward until nothing is under way, or it has been tried for long; on the way the node is killed once. */
    private void settle(Node node) throws IOException, InterruptedException {
        var late = Mischief.late(town.seed());
        var killed = mischief.set(late);
        cluster.database().endLeases();
        var end = System.nanoTime() + SETTLES_WITHIN.toNanos();
        var steps = new ArrayDeque<>(STEPS);
        while (!steps.isEmpty() || (System.nanoTime() < end && traces.underWay() > 0)) {
            var advance = steps.isEmpty() ? EVERY_LATER_STEP : steps.getFirst();
            try {
                var moved = node.post("/api/v1/clock", "{\"advance\": \"" + advance + "\"}", "anna");
                if (moved.statusCode() != 200) LOG.error("the clock isn't moved: {}", moved.body());
                steps.poll();
            } catch (IOException e) {
                // Whether it is put forward isn't known: the same again.
                LOG.info("killed at {} as the clock was put forward", late);
                cluster.database().endLeases();
                node.awaitReady();
            }
            LOG.info("after {} {} are under way", advance, traces.underWay());
            Thread.sleep(BETWEEN_STEPS);
        }
        mischief.clear();
        if (killed.getCount() == 0) node.awaitReady();
    }

    private Evidence.Books books(long before, Node node) throws Exception {
        var proof = proof(node);
        var alarms = new ArrayList<String>();
        for (var alarm : Caseworkers.items(node.get("/api/v1/alarms"))) alarms.add(alarm.toString());
        return new Evidence.Books(
                before,
                rest(node),
                proof.startsWith("{\"holds\":true"),
                proof.contains("\"unsealed\":0") ? 0 : 1,
                traces.locks(),
                alarms);
    }

    /** The proof when the sealer has had its time. */
    private static String proof(Node node) throws IOException, InterruptedException {
        var proof = node.get("/api/v1/proof");
        for (var left = 60; left > 0 && !proof.contains("\"unsealed\":0"); left--) {
            Thread.sleep(500);
            proof = node.get("/api/v1/proof");
        }
        LOG.info("proof: {}", proof.startsWith("{\"holds\":true") ? "holds" : proof);
        return proof;
    }

    private long rest(Node node) throws IOException, InterruptedException {
        var sum = 0L;
        for (var account : List.of(town.account(), town.wholeAccount()))
            sum += REST.matcher(node.get("/api/v1/accounts/" + account))
                    .results()
                    .mapToLong(found ->
                            new BigDecimal(found.group(1)).movePointRight(2).longValueExact())
                    .sum();
        return sum;
    }
}
