package guanjia.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Stands in for Telegram's servers: takes every call, and hands each message sent to a chat on at the moment it has arrived. */
final class FakeTelegram implements AutoCloseable {
    static {
        // Without it each answer over a kept connection waits 40 ms for the other side's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final byte[] DONE = "{\"ok\":true,\"result\":true}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final Consumer<Message> chats;
    private final AtomicInteger messages = new AtomicInteger();
    private final ObjectMapper json = new ObjectMapper();

    /**
     * A message that arrived.
     *
     * @param id given by Telegram
     * @param buttons their tokens; those that open a page have none
     * @param at {@link System#nanoTime()} of the arrival
     */
    record Message(long chat, int id, String text, List<String> buttons, long at) {}

    /** @param chats is told of messages, by many threads */
    FakeTelegram(Consumer<Message> chats) {
        this.chats = chats;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** As {@code GUANJIA_TELEGRAM_API_URL} takes it. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            long at = System.nanoTime();
            boolean message = call.getRequestURI().getPath().toLowerCase().endsWith("/sendmessage");
            byte[] answer = message ? take(json.readTree(body), at) : DONE;
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(200, answer.length);
            call.getResponseBody().write(answer);
        }
    }

    private byte[] take(JsonNode sent, long at) {
        int id = messages.incrementAndGet();
        long chat = sent.path("chat_id").asLong();
        List<String> buttons = new ArrayList<>();
        sent.path("reply_markup")
                .path("inline_keyboard")
                .forEach(row -> row.forEach(button -> {
                    if (button.hasNonNull("callback_data")) {
                        buttons.add(button.path("callback_data").asText());
                    }
                }));
        chats.accept(new Message(chat, id, sent.path("text").asText(), List.copyOf(buttons), at));
        return ("{\"ok\":true,\"result\":{\"message_id\":" + id + ",\"date\":1,\"chat\":{\"id\":" + chat
                        + ",\"type\":\"private\"}}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
