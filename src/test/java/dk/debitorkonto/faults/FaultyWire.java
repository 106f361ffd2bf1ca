package dk.debitorkonto.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The line between a node and its database: it can be cut, slowed, and sprung at a point. */
final class FaultyWire implements AutoCloseable {

    /** What is done, once, when the next transaction comes to a point. */
    record Trap(Point point, Runnable spring) {}

    /** Whether a piece is passed on. */
    private interface Gate {
        boolean lets(byte[] piece, int length);
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();
    private volatile long delayMillis;

    /** @param target port of the database on this machine */
    FaultyWire(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().name("wire").start(this::accept);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + listener.getLocalPort() + "/postgres";
    }

    void cut() {
        open.forEach(FaultyWire::close);
    }

    /** Each piece that passes takes so much longer; 0 is as fast as it goes. */
    void slow(long millis) {
        delayMillis = millis;
    }

    void set(@Nullable Trap next) {
        trap.set(next);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var node = listener.accept();
                open.add(node);
                Thread.ofVirtual().start(() -> join(node));
            } catch (IOException e) {
                // Closed: the loop ends by its condition.
                continue;
            }
        }
    }

    private void join(Socket node) {
        try (node;
                var database = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(database);
            node.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
            var atReply = new AtomicReference<@Nullable Runnable>();
            var back = Thread.ofVirtual().start(() -> back(database, node, atReply));
            forth(node, database, atReply);
            back.join();
            open.remove(database);
        } catch (IOException e) {
            // The database takes no calls now: the node finds its line closed.
            close(node);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(node);
        }
    }

    private void forth(Socket from, Socket to, AtomicReference<@Nullable Runnable> atReply) {
        var talk = new Talk();
        pump(from, to, (piece, length) -> {
            var set = trap.get();
            if (!talk.comesTo(piece, length, set == null ? null : set.point())) return true;
            if (set == null || !trap.compareAndSet(set, null)) return true;
            if (set.point().moment == Point.Moment.AFTER_COMMIT) {
                atReply.set(set.spring());
                return true;
            }
            set.spring().run();
            return false;
        });
    }

    private void back(Socket from, Socket to, AtomicReference<@Nullable Runnable> atReply) {
        pump(from, to, (_, _) -> {
            var spring = atReply.getAndSet(null);
            if (spring != null) spring.run();
            return spring == null;
        });
    }

    private void pump(Socket from, Socket to, Gate gate) {
        try (from;
                to) {
            var in = from.getInputStream();
            var buffer = new byte[16_384];
            for (var length = read(in, buffer); length > 0; length = read(in, buffer))
                if (gate.lets(buffer, length)) to.getOutputStream().write(buffer, 0, length);
        } catch (IOException e) {
            // One end is gone; closing both tells the other.
            close(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int read(InputStream in, byte[] buffer) throws IOException, InterruptedException {
        var length = in.read(buffer);
        if (delayMillis > 0) Thread.sleep(delayMillis);
        return length;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
