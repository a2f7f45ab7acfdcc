package guanjia.inbound;

import guanjia.delivery.TelegramApi;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Telegram as this package sees it, in memory; the wire is tested where it is spoken. */
final class FakeTelegram implements TelegramApi {
    final List<String> answered = new CopyOnWriteArrayList<>();
    final Map<String, Map<String, String>> commands = new ConcurrentHashMap<>();
    final List<Long> offsets = new CopyOnWriteArrayList<>();
    final List<String> webhooks = new CopyOnWriteArrayList<>();
    private final Queue<Fetched> next = new ArrayDeque<>();
    volatile boolean away;

    synchronized void willSay(Fetched fetched) {
        next.add(fetched);
    }

    @Override
    public void answerCallback(String callback) {
        if (away) {
            throw new IllegalStateException("Telegram is away");
        }
        answered.add(callback);
    }

    @Override
    public void setCommands(String language, Map<String, String> names) {
        commands.put(language, names);
    }

    @Override
    public void setWebhook(String url, String secret, Set<String> kinds) {
        if (away) {
            throw new IllegalStateException("Telegram is away");
        }
        webhooks.add(url + " " + secret);
    }

    @Override
    public void deleteWebhook() {
        webhooks.add("deleted");
    }

    @Override
    public byte[] fetchFile(String fileId, int limit) {
        throw new UnsupportedOperationException("nothing here reads files");
    }

    @Override
    public synchronized Fetched getUpdates(long offset, Duration wait, Set<String> kinds) {
        offsets.add(offset);
        Fetched fetched = next.poll();
        LockSupport.parkNanos(1_000_000); // Telegram holds an empty call open, too
        return fetched == null ? new Fetched.Batch("{\"ok\":true,\"result\":[]}".getBytes()) : fetched;
    }
}
