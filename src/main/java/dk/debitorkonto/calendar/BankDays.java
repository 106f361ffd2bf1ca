package dk.debitorkonto.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Danish bank days: no Saturday, Sunday, public holiday, nor the days on which banks keep shut (the day after Ascension,
 * Constitution Day, Christmas Eve, New Year's Eve). Great Prayer Day counts as a holiday up to 2023 (lov nr. 214 af 6. marts 2023).
 */
public final class BankDays {

    private static final Set<MonthDay> FIXED = Stream.of(
                    "--01-01", "--06-05", "--12-24", "--12-25", "--12-26", "--12-31")
            .map(MonthDay::parse)
            .collect(Collectors.toUnmodifiableSet());
    /** Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension and the day after, Whit Sunday and Monday. */
    private static final Set<Integer> FROM_EASTER = Set.of(-3, -2, 0, 1, 39, 40, 49, 50);

    private static final int GREAT_PRAYER_DAY = 26;
    private static final int LAST_GREAT_PRAYER_YEAR = 2023;

    private BankDays() {}

    public static boolean isBankDay(LocalDate date) {
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) return false;
        if (FIXED.contains(MonthDay.from(date))) return false;
        var fromEaster = (int) (date.toEpochDay() - easter(date.getYear()).toEpochDay());
        var prayer = fromEaster == GREAT_PRAYER_DAY && date.getYear() <= LAST_GREAT_PRAYER_YEAR;
        return !prayer && !FROM_EASTER.contains(fromEaster);
    }

    /** The bank day that comes {@code days} bank days after {@code date}, which itself need not be one. */
    public static LocalDate after(LocalDate date, int days) {
        var day = date;
        for (var left = days; left > 0; left -= isBankDay(day) ? 1 : 0) day = day.plusDays(1);
        return day;
    }

    /** Easter Sunday by the Gregorian rule (Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
