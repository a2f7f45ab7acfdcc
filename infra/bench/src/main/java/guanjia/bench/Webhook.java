package guanjia.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Posts updates as Telegram does: again and again until one is taken with 2xx. Speaks plain HTTP/1.1 over kept connections, because the
 * sender shares the cores with what it measures. Blocking; for many virtual threads.
 */
final class Webhook {
    /** The status of a post that got no answer. */
    static final int NO_ANSWER = 0;

    /** So many posts at a time as Telegram makes if not told otherwise ("max_connections" of setWebhook, Bot API). */
    static final int CONNECTIONS = 40;

    private static final int LONGEST_ANSWER_MILLIS = 60_000;
    private static final Duration AGAIN = Duration.ofMillis(250);

    private final int port;
    private final byte[] head;
    private final Semaphore connections = new Semaphore(CONNECTIONS, true);
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();

    Webhook(int port, String path) {
        this.port = port;
        this.head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nContent-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: " + Product.SECRET
                        + "\r\nContent-Length: ")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @return whether it was taken in time */
    boolean deliver(String update, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            int status = posted(update);
            if (status / 100 == 2) {
                return true;
            }
            LockSupport.parkNanos(AGAIN.toNanos());
        }
        return false;
    }

    /** How often each status was answered so far; {@link #NO_ANSWER} for broken connections. */
    Map<Integer, Integer> answers() {
        Map<Integer, Integer> counted = new TreeMap<>();
        answers.forEach((status, count) -> counted.put(status, count.get()));
        return counted;
    }

    private int posted(String update) {
        connections.acquireUninterruptibly();
        try {
            return post(update);
        } finally {
            connections.release();
        }
    }

    private int post(String update) {
        int status = NO_ANSWER;
        Connection connection = null;
        try {
            Connection kept = idle.pollFirst();
            connection = kept == null ? new Connection(port) : kept;
            status = connection.post(head, update.getBytes(StandardCharsets.UTF_8));
            if (connection.canBeKept) {
                idle.addFirst(connection);
            } else {
                connection.close();
            }
        } catch (IOException e) {
            close(connection); // counted as no answer, and posted again
        }
        answers.computeIfAbsent(status, first -> new AtomicInteger()).incrementAndGet();
        return status;
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException e) {
            return; // it was broken before
        }
    }

    private static final class Connection implements AutoCloseable {
        private static final String LENGTH = "content-length:";

        private final Socket socket;
        private final InputStream in;
        private boolean canBeKept;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(LONGEST_ANSWER_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }

        int post(byte[] head, byte[] body) throws IOException {
            byte[] length = (body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
            byte[] all = new byte[head.length + length.length + body.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(length, 0, all, head.length, length.length);
            System.arraycopy(body, 0, all, head.length + length.length, body.length);
            socket.getOutputStream().write(all);
            String first = line();
            int toSkip = -1;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.toLowerCase().startsWith(LENGTH)) {
                    toSkip = Integer.parseInt(line.substring(LENGTH.length()).strip());
                }
            }
            canBeKept = toSkip >= 0;
            in.skipNBytes(Math.max(0, toSkip));
            return Integer.parseInt(first.split(" ")[1]);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("closed");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
