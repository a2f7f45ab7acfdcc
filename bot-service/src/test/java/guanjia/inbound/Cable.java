package guanjia.inbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cable between the product and a store that can be pulled and plugged in again. */
final class Cable implements AutoCloseable {
    private final ServerSocket end;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean pulled;

    /** @param host and port of the store */
    Cable(String host, int port) throws IOException {
        this.end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.host = host;
        this.port = port;
        Thread.ofVirtual().name("cable").start(this::accept);
    }

    /** Where to connect instead of to the store. */
    int port() {
        return end.getLocalPort();
    }

    void pull() {
        pulled = true;
        open.forEach(Cable::close);
        open.clear();
    }

    void plugIn() {
        pulled = false;
    }

    @Override
    public void close() throws IOException {
        end.close();
        pull();
    }

    private void accept() {
        while (!end.isClosed()) {
            try {
                Socket here = end.accept();
                if (pulled) {
                    close(here);
                } else {
                    connect(here);
                }
            } catch (IOException e) {
                continue; // the store or the test closed it
            }
        }
    }

    private void connect(Socket here) throws IOException {
        Socket there = new Socket(host, port);
        open.add(here);
        open.add(there);
        if (pulled) { // meanwhile
            pull();
        }
        carry(here, there);
        carry(there, here);
    }

    private void carry(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                return; // pulled
            } finally {
                open.remove(from);
                open.remove(to);
            }
        });
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
