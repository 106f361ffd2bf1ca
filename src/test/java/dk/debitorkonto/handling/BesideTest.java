package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

/** Work beside its caller. */
class BesideTest {

    private final Beside beside = new Beside();

    @Test
    void goes_on_while_the_caller_does() {
        var calledOn = new CountDownLatch(1);
        var ended = new CountDownLatch(1);

        beside.begin(() -> {
            wait(calledOn);
            ended.countDown();
        });
        calledOn.countDown();
        beside.await();

        assertThat(ended.getCount()).isZero();
    }

    @Test
    void one_begins_when_the_one_before_has_ended() {
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());

        for (var n = 0; n < 50; n++) {
            var number = n;
            beside.begin(() -> {
                Thread.yield();
                told.add(number);
            });
        }
        beside.await();

        assertThat(told).isSorted().hasSize(50);
    }

    @Test
    void what_it_throws_is_thrown_once_at_the_next_wait() {
        var conflict = new CannotAcquireLockException("as a database says");
        beside.begin(() -> {
            throw conflict;
        });

        assertThatThrownBy(() -> beside.begin(() -> {})).isSameAs(conflict);

        beside.await();
    }

    @Test
    void is_waited_for_to_its_end_by_one_who_is_interrupted() {
        var go = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        beside.begin(() -> {
            wait(go);
            ended.countDown();
        });

        Thread.currentThread().interrupt();
        Thread.ofVirtual().start(go::countDown);
        beside.await();

        assertThat(ended.getCount()).isZero();
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
