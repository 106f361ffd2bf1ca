package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.adapter.imports.jdbc.MassDatabase;
import dk.debitorkonto.handling.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an import document into the books: all of it or nothing, the same again without effect.
 *
 * <p>Rows are read, checked and written in portions, each list after those that it builds on, so that a document of any
 * length needs no more memory than a short one (but for some words about each account).
 */
@Component
public class Import {

    private static final Logger LOG = LoggerFactory.getLogger(Import.class);
    private static final int PORTION = 2_000;
    private static final int TRIES = 3;
    private static final long WORTH_ANALYZING = 5_000;
    private static final Duration TELLS_EVERY = Duration.ofSeconds(5);

    private final List<ListImport<?>> lists;
    private final Steps steps;
    private final MassDatabase database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** Two at once would wait for each other's rows in the database anyway, and hold twice the memory. */
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    /** What is done before, with and after the rows. */
    @Component
    record Steps(AccountsConcerned concerned, Idempotence idempotence, FinalChecks finalChecks) {}

    Import(ImportLists lists, Steps steps, MassDatabase database, TransactionTemplate transaction, Clock clock) {
        this.lists = lists.inOrder();
        this.steps = steps;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Imports the document that {@code content} holds.
     *
     * @param actor who sent it
     * @throws ImportRefused where any of it is wrong; nothing is kept then
     */
    public ImportSummary run(InputStream content, String actor) throws IOException {
        var names = lists.stream().map(each -> each.list().name()).collect(Collectors.toSet());
        try (var document = ImportDocument.of(content, names)) {
            oneAtATime.lock();
            try {
                return runWhole(document, actor);
            } finally {
                oneAtATime.unlock();
            }
        }
    }

    private ImportSummary runWhole(ImportDocument document, String actor) {
        var started = System.nanoTime();
        var run = untilDone(document, actor);
        if (run.added > WORTH_ANALYZING) database.analyze();
        var taken = Duration.ofNanos(System.nanoTime() - started);
        var summary = new ImportSummary(run.id, run.rows, run.added, run.replaced, run.unchanged, taken.toMillis());
        LOG.info("Imported: {}", summary);
        return summary;
    }

    /** Again where another transaction stood in the way; the document is at hand. */
    private ImportRun untilDone(ImportDocument document, String actor) {
        for (var tries = 1; ; tries++) {
            var run = new ImportRun(clock.instant(), LocalDate.now(clock), actor, Ids::next);
            try {
                transaction.executeWithoutResult(begun -> runOnce(document, run));
                return run;
            } catch (TransientDataAccessException e) {
                if (tries == TRIES) throw e;
                LOG.warn("Import {} starts again, as another transaction stood in its way", run.id);
            } catch (DuplicateKeyException e) {
                if (tries == TRIES) throw ImportRefused.conflict("", "an id is in use for something not imported");
            }
        }
    }

    private void runOnce(ImportDocument document, ImportRun run) {
        database.expectGrowth();
        steps.concerned().lock(document, run);
        for (var list : lists) runList(document, list, run);
        steps.finalChecks().run(run);
    }

    private <R> void runList(ImportDocument document, ListImport<R> list, ImportRun run) {
        var progress = new Progress(list.list().name());
        document.forEach(list.list().name(), PORTION, rows -> {
            var read = rows.stream().map(list.list()::read).toList();
            var fresh = steps.idempotence().fresh(list.list(), read, run);
            if (!fresh.isEmpty()) list.write(fresh, run);
            run.rows += rows.size();
            progress.add(rows.size());
        });
        list.end(run);
    }

    /** Tells of long lists every so often. */
    private static final class Progress {

        private final String list;
        private long rows;
        private long told = System.nanoTime();

        Progress(String list) {
            this.list = list;
        }

        void add(int more) {
            rows += more;
            if (System.nanoTime() - told < TELLS_EVERY.toNanos()) return;
            told = System.nanoTime();
            LOG.info("Importing: {} {} so far", rows, list);
        }
    }
}
