package dk.debitorkonto.handling;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A debtor system outside, to which a municipality's requests are passed on.
 *
 * @param endpoint where it takes them; absent: it can't be reached
 */
public record DebtorSystem(UUID id, @Nullable String endpoint) {}
