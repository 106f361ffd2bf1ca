package planted.claim;

import org.springframework.transaction.support.TransactionTemplate;

/** A second write path. */
public record OpensTransactions(TransactionTemplate transactions) {}
