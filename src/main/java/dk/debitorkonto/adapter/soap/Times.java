package dk.debitorkonto.adapter.soap;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** What endpoints tell time by, and how they write it. */
public final class Times {

    private final DatatypeFactory dates = DatatypeFactory.newDefaultInstance();
    private final SoapSettings settings;
    private final InstantSource clock;

    /**
     * By {@code clock}.
     *
     * @param clock the system's, which receipts are dated by; the machine's is the call's own
     */
    public Times(SoapSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public SoapSettings settings() {
        return settings;
    }

    /** Now, by the system's clock, in Danish local time with its offset. */
    public XMLGregorianCalendar now() {
        return at(clock.instant());
    }

    /** An instant in Danish local time with its offset. */
    public XMLGregorianCalendar at(Instant instant) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone(Head.DENMARK));
        calendar.setTimeInMillis(instant.toEpochMilli());
        return dates.newXMLGregorianCalendar(calendar);
    }

    public @Nullable XMLGregorianCalendar date(@Nullable LocalDate date) {
        return date == null ? null : dates.newXMLGregorianCalendar(date.toString());
    }
}
