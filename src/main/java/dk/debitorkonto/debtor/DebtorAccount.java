package dk.debitorkonto.debtor;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case system's account for one debtor.
 *
 * @param debtor CPR or CVR as a URN
 * @param registered no handling takes effect before it; absent: no lower bound
 * @param reminderStop the last day of a wish that reminders rest, {@link LocalDate#MAX}-like 9999-12-31 where open-ended
 */
public record DebtorAccount(
        UUID id,
        String authority,
        UUID caseSystem,
        String debtor,
        AccountState state,
        @Nullable LocalDate registered,
        @Nullable LocalDate reminderStop) {}
