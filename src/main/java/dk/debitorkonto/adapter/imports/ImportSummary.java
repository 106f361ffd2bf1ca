package dk.debitorkonto.adapter.imports;

import java.util.UUID;

/**
 * What an import did.
 *
 * @param importId names it as the cause of its entries
 * @param rows how many rows the document holds
 * @param unchanged how many of them were imported before with the same content
 */
public record ImportSummary(UUID importId, long rows, long added, long replaced, long unchanged, long milliseconds) {}
