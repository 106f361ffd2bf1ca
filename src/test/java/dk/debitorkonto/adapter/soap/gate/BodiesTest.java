package dk.debitorkonto.adapter.soap.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.debitorkonto.adapter.soap.Answer;
import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.Call;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.SoapSettings;
import dk.debitorkonto.adapter.soap.Xml;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.cxf.BusFactory;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BodiesTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    /** On a machine with much else to do, too. */
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void a_sender_who_never_ends_is_cut_off() {
        refused(new Stream(1_000_000, 5), SHORT, "did not arrive");
    }

    @Test
    void a_body_that_breaks_off_is_refused() {
        refused(new Stream(3, 0), LONG, "did not arrive");
    }

    @Test
    void a_large_body_of_unsaid_length_is_read_no_further_than_the_limit() {
        var stream = new Stream(1_000_000, 0);

        refused(stream, LONG, "too large");

        assertThat(stream.read).isLessThan(4096 + 16384);
    }

    private static void refused(Stream stream, Duration time, String why) {
        var settings = new SoapSettings(4096, 40, 60, 4096, 25_000, 65_536, 1000, 256, time, Duration.ofSeconds(60));
        var bodies = new Bodies(settings, new Xml(settings, BusFactory.getDefaultBus()));
        var call = new Call(Contract.REQUEST, Instant.EPOCH);
        var request = new MockHttpServletRequest() {
            @Override
            public ServletInputStream getInputStream() {
                return stream;
            }
        };

        assertThatExceptionOfType(BrokenContract.class)
                .isThrownBy(() -> bodies.read(call, request))
                .withMessageContaining(why);
        assertThat(call.row(new Answer(408, "", new byte[0]), Instant.EPOCH)
                        .received()
                        .count())
                .isEqualTo(stream.read);
    }

    /** So many single bytes, each after a while, and then the connection is gone. */
    private static final class Stream extends ServletInputStream {
        private final int bytes;
        private final int pause;
        private int read;

        Stream(int bytes, int pause) {
            this.bytes = bytes;
            this.pause = pause;
        }

        @Override
        public int read() throws IOException {
            if (read >= bytes) throw new IOException("gone");
            read++;
            return ' ';
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            buffer[from] = (byte) read();
            return 1;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
