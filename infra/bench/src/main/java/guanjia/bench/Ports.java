package guanjia.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine. */
final class Ports {
    /** Below those that systems give to outgoing connections: one of these would take the port of a server that is away for a moment. */
    private static final int FIRST = 12_000;

    private static final int COUNT = 20_000;

    private Ports() {}

    /** One that nobody listens on now, and that stays free while its server is restarted. */
    static int free() {
        int port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
        while (!isFree(port)) {
            port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false; // taken
        }
    }
}
