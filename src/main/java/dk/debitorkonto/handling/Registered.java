package dk.debitorkonto.handling;

import dk.debitorkonto.claim.CoverageOrder;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says of a sender and a municipality.
 *
 * @param system whether the sender is registered
 * @param authority whether the municipality is known here
 * @param agreement whether the sender may act for it
 * @param closedTo the last day of the municipality's closed period
 * @param route the debtor system outside that carries out the municipality's requests; absent: we do
 * @param limit the sum above which a person is asked for this type
 * @param keyUsed whether the request's identification, or its RequestId, was used before
 */
public record Registered(
        boolean system,
        boolean authority,
        boolean agreement,
        @Nullable DebtorSystem route,
        @Nullable LocalDate closedTo,
        @Nullable Money limit,
        CoverageOrder order,
        boolean keyUsed) {}
