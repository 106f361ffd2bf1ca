package dk.debitorkonto.handling;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction at a time; where two got in each other's way, the whole is tried again. */
final class Transactions {

    /** A deadlock, or an account that was moved while it was being locked: the whole is tried again. */
    private static final int TRIES = 4;

    private final TransactionTemplate template;

    Transactions(PlatformTransactionManager manager) {
        this.template = new TransactionTemplate(manager);
    }

    /** Transactions that fail when they take longer than {@code limit}. */
    Transactions(PlatformTransactionManager manager, Duration limit) {
        this(manager);
        template.setTimeout(Math.toIntExact(Math.max(1, limit.toSeconds())));
    }

    <T> T run(Function<TransactionStatus, T> work) {
        for (var left = TRIES; ; left--) {
            try {
                return Objects.requireNonNull(template.execute(work::apply));
            } catch (QueryTimeoutException tooLong) {
                throw tooLong;
            } catch (TransientDataAccessException conflict) {
                if (left == 1) throw conflict;
            }
        }
    }
}
