package dk.debitorkonto.outbox;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** All receivers, as a test wants them: they accept, unless told otherwise; one that is slow waits to be let go. */
final class Partner implements Channel {

    record Sent(String address, UUID message, String body) {}

    final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, Attempt.Result> results = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Semaphore> slow = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, AtomicInteger> flying = new ConcurrentHashMap<>();
    private final AtomicInteger most = new AtomicInteger();
    private final Semaphore arrivals = new Semaphore(0);

    void says(String address, Attempt.Result result) {
        results.put(address, result);
    }

    void isSlow(String address) {
        slow.put(address, new Semaphore(0));
    }

    void letGo(String address, int many) {
        java.util.Objects.requireNonNull(slow.get(address)).release(many);
    }

    /** Waits until as many tries have begun since last asked. */
    void await(int many) throws InterruptedException {
        if (!arrivals.tryAcquire(many, 20, TimeUnit.SECONDS))
            throw new AssertionError("fewer than " + many + " came, of all " + sent);
    }

    /** Whether another try begins within a moment. */
    boolean comesAnother() throws InterruptedException {
        return arrivals.tryAcquire(200, TimeUnit.MILLISECONDS);
    }

    int most() {
        return most.get();
    }

    List<UUID> messages() {
        return sent.stream().map(Sent::message).toList();
    }

    @Override
    public Response send(String address, UUID message, String body) throws InterruptedException {
        var here = flying.computeIfAbsent(address, any -> new AtomicInteger());
        try {
            most.accumulateAndGet(here.incrementAndGet(), Math::max);
            sent.add(new Sent(address, message, body));
            arrivals.release();
            var gate = slow.get(address);
            if (gate != null) gate.acquire();
            return new Response(address, 200, results.getOrDefault(address, Attempt.Result.ACCEPTED), "said");
        } finally {
            here.decrementAndGet();
        }
    }
}
