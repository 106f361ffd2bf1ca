package dk.debitorkonto.faults;

import dk.debitorkonto.faults.Evidence.Asked;
import dk.debitorkonto.faults.Evidence.Receipt;
import dk.debitorkonto.testing.AcceptedAnswer;
import dk.debitorkonto.testing.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/** Case systems that write down what they ask and are told, and ask the same again until they are told something. */
final class Callers implements AutoCloseable {

    private static final int CALLERS = 4;
    private static final int FEWEST = 10;
    private static final int FEWEST_OF_WHOLE = 2;
    private static final int MOST_PAUSE_MILLIS = 150;
    private static final int MOST_PAUSE_OF_LOOKS_MILLIS = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration UNTIL_AGAIN = Duration.ofMillis(200);
    private static final int DAYS_AHEAD = 3;
    private static final Pattern STRUCTURE = Pattern.compile("<(?:\\w+:)?(\\p{L}+Struktur)[ />]");
    private static final Pattern DECIDED = AcceptedAnswer.element("BehandlingDatoTid");

    /** A request with the receipts so far. */
    private record Line(Wish wish, List<Receipt> receipts) {}

    private final Town town;
    private final Wishes wishes;
    private final LocalDate day;
    private final List<Node> nodes;
    private final List<Line> journal = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean over;

    /** @param today what the nodes' clock says */
    Callers(Town town, LocalDate today, List<Node> nodes) {
        this.town = town;
        this.wishes = new Wishes(town);
        this.day = today.plusDays(DAYS_AHEAD);
        this.nodes = nodes;
    }

    List<Future<?>> start() {
        var calls = new ArrayList<Future<?>>();
        for (var n = 0; n < CALLERS; n++) {
            var caller = n;
            calls.add(threads.submit(() -> {
                call(caller);
                return null;
            }));
        }
        calls.add(threads.submit(() -> {
            handleWhole();
            return null;
        }));
        return calls;
    }

    /** No more is asked than what is under way and the fewest that there must be. */
    void end() {
        over = true;
    }

    /** Asks everything once more. */
    void repeat(Node node) throws IOException, InterruptedException {
        for (var line : journal) receipt(node.post(line.wish().envelope()), line);
    }

    List<Asked> journal() {
        return journal.stream().map(Callers::asked).toList();
    }

    private static Asked asked(Line line) {
        var wish = line.wish();
        return new Asked(
                wish.id(), wish.kind(), wish.claim(), wish.amount(), wish.persons(), List.copyOf(line.receipts()));
    }

    private void call(int caller) throws InterruptedException {
        var random = new Random(town.seed() * CALLERS + caller);
        for (var n = caller; n < Town.MANY && (!over || n < FEWEST * CALLERS); n += CALLERS) {
            var wanted = wanted(n, random);
            var pause = wanted.getFirst().persons() > 0 ? MOST_PAUSE_OF_LOOKS_MILLIS : MOST_PAUSE_MILLIS;
            for (var wish : wanted) {
                ask(wish, random);
                Thread.sleep(random.nextInt(pause));
            }
        }
    }

    /** An account as a whole, and back. */
    private void handleWhole() throws InterruptedException {
        var random = new Random(-town.seed());
        for (var n = 0; !over || n < FEWEST_OF_WHOLE; n++) {
            var waiver = wishes.waiver(id(n, " whole"));
            ask(waiver, random);
            ask(wishes.undo(id(n, " whole undone"), waiver), random);
        }
    }

    private List<Wish> wanted(int n, Random random) {
        var id = id(n, "");
        var amount = 1 + random.nextInt(1_000);
        return switch (random.nextInt(10)) {
            case 0 -> List.of(wishes.tooMuch(id, town.large(n)));
            case 1, 2 -> List.of(wishes.recall(id, town.recovered(n), random.nextBoolean(), null));
            case 3 ->
                List.of(
                        wishes.recall(id, town.recovered(n), true, day),
                        wishes.recall(id(n, " again"), town.recovered(n), true, day));
            // What two persons are to see changes between their looks, and after.
            case 4 ->
                List.of(
                        wishes.writeOff(id, town.overdue(n), amount),
                        wishes.reduction(id(n, " beside"), town.overdue(n), amount),
                        wishes.reduction(id(n, " once more"), town.overdue(n), amount));
            case 5 -> {
                var reduction = wishes.reduction(id, town.overdue(n), amount);
                yield List.of(reduction, wishes.undo(id(n, " undone"), reduction));
            }
            default -> List.of(wishes.reduction(id, town.large(n), amount));
        };
    }

    private UUID id(int n, String more) {
        return UUID.nameUUIDFromBytes((town.seed() + " " + n + more).getBytes(StandardCharsets.UTF_8));
    }

    private void ask(Wish wish, Random random) throws InterruptedException {
        var line = new Line(wish, new CopyOnWriteArrayList<>());
        journal.add(line);
        // Some ask again though they were told.
        var times = random.nextInt(10) == 0 ? 2 : 1;
        while (line.receipts().size() < times) {
            try {
                receipt(nodes.get(random.nextInt(nodes.size())).post(wish.envelope(), PATIENCE), line);
            } catch (IOException e) {
                // Nobody knows what became of it: the same again.
                Thread.sleep(UNTIL_AGAIN);
            }
        }
    }

    /** A fault is no receipt. */
    private static void receipt(String reply, Line line) throws InterruptedException {
        var structure = STRUCTURE.matcher(reply);
        var decided = DECIDED.matcher(reply);
        if (structure.find() && decided.find()) line.receipts().add(new Receipt(structure.group(1), decided.group(1)));
        else Thread.sleep(UNTIL_AGAIN);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
