package dk.debitorkonto.claim;

import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim type of the catalogue ({@code claim-types/<CODE>.yaml}): what law and practice allow for it, as dated parameters.
 *
 * @param distraint whether the claim may be recovered by distraint (udpantningsret)
 * @param feesAtMost how many reminder fees; absent: no limit
 * @param feeDaysApart the days between two of them; absent: no limit
 */
public record ClaimType(
        String code,
        String title,
        String kle,
        boolean distraint,
        String coverageClass,
        List<FeeCap> feeCaps,
        @Nullable Integer feesAtMost,
        @Nullable Integer feeDaysApart,
        @Nullable String interestPercentPerMonth,
        String source) {

    /** The most that one reminder fee may be from a day on. */
    public record FeeCap(LocalDate from, String amount) {}

    /** The most that one reminder fee may be on {@code date}; nothing before the first cap. */
    public Money feeCap(LocalDate date) {
        return feeCaps.stream()
                .filter(cap -> !cap.from().isAfter(date))
                .max(Comparator.comparing(FeeCap::from))
                .map(cap -> Money.of(cap.amount()))
                .orElse(Money.ZERO);
    }
}
