package dk.debitorkonto.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The line between a node and its database: it can be cut, slowed, and sprung at a commit. */
final class FaultyWire implements AutoCloseable {

    /** Where in a commit. */
    enum Moment {
        /** The database never hears of it. */
        BEFORE_COMMIT,
        /** It is done, and the node never hears of it. */
        AFTER_COMMIT
    }

    /** What is done, once, at the next commit. */
    record Trap(Moment moment, Runnable spring) {}

    private static final long COMMIT_TAKES_MILLIS = 100;
    /** The driver names the statement once, and from then on calls it by its name. */
    private static final Pattern NAMED = Pattern.compile("(S_\\d+)\\x00COMMIT\\x00");

    private static final String UNNAMED = "\0COMMIT\0";

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
            var back = Thread.ofVirtual().start(() -> pump(database, node, false));
            pump(node, database, true);
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

    private void pump(Socket from, Socket to, boolean isForth) {
        try (from;
                to) {
            var commits = new HashSet<String>();
            var in = from.getInputStream();
            var buffer = new byte[16_384];
            for (var length = read(in, buffer); length > 0; length = read(in, buffer)) {
                var sprung = isForth && isCommit(buffer, length, commits) ? trap.getAndSet(null) : null;
                if (sprung != null && sprung.moment() == Moment.BEFORE_COMMIT)
                    sprung.spring().run();
                else to.getOutputStream().write(buffer, 0, length);
                if (sprung != null && sprung.moment() == Moment.AFTER_COMMIT) {
                    Thread.sleep(COMMIT_TAKES_MILLIS);
                    sprung.spring().run();
                }
            }
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

    /** @param commits what this line's driver calls a commit, as seen so far */
    private static boolean isCommit(byte[] piece, int length, Set<String> commits) {
        var text = new String(piece, 0, length, StandardCharsets.ISO_8859_1);
        var named = NAMED.matcher(text);
        if (named.find()) commits.add("\0" + named.group(1) + "\0");
        return text.contains(UNNAMED) || commits.stream().anyMatch(text::contains);
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
