package guanjia.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Speaks to the Bot API directly: the library's polling loses batches, and its files come from an address that can't be set. */
final class OkHttpTelegramApi implements TelegramApi {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration BEYOND_THE_WAIT = Duration.ofSeconds(10);

    private final TelegramLink link;
    private final String files;
    private final ObjectMapper json = TelegramJson.mapper();

    OkHttpTelegramApi(TelegramLink link, DeliverySettings.Telegram settings) {
        this.link = link;
        this.files = settings.apiUrl() + "/file/bot" + settings.token() + "/";
    }

    @Override
    public void answerCallback(String callback) {
        call("answerCallbackQuery", json.createObjectNode().put("callback_query_id", callback));
    }

    @Override
    public void setCommands(String language, Map<String, String> commands) {
        ObjectNode body = json.createObjectNode();
        ArrayNode list = body.putArray("commands");
        commands.forEach((name, does) -> list.addObject().put("command", name).put("description", does));
        if (!language.isEmpty()) {
            body.put("language_code", language);
        }
        call("setMyCommands", body);
    }

    @Override
    public void setWebhook(String url, String secret, Set<String> kinds) {
        ObjectNode body = json.createObjectNode().put("url", url).put("secret_token", secret);
        call("setWebhook", allowing(kinds, body));
    }

    @Override
    public void deleteWebhook() {
        call("deleteWebhook", json.createObjectNode().put("drop_pending_updates", false));
    }

    @Override
    public Fetched getUpdates(long offset, Duration wait, Set<String> kinds) {
        ObjectNode body = json.createObjectNode().put("offset", offset).put("timeout", wait.toSeconds());
        Duration patience = wait.plus(BEYOND_THE_WAIT);
        OkHttpClient patient = link.http()
                .newBuilder()
                .readTimeout(patience)
                .callTimeout(patience)
                .build();
        try (Response response =
                patient.newCall(request("getUpdates", allowing(kinds, body))).execute()) {
            byte[] answer = Objects.requireNonNull(response.body()).bytes();
            JsonNode read = json.readTree(answer);
            if (read.path("ok").asBoolean()) {
                return new Fetched.Batch(answer);
            }
            return switch (read.path("error_code").asInt()) {
                case 401, 404 -> new Fetched.UnknownToken();
                case 409 -> new Fetched.Conflict();
                default ->
                    new Fetched.Away(Duration.ofSeconds(
                            read.path("parameters").path("retry_after").asLong()));
            };
        } catch (IOException e) {
            return new Fetched.Away(Duration.ZERO);
        }
    }

    @Override
    public byte[] fetchFile(String fileId, int limit) {
        String path = call("getFile", json.createObjectNode().put("file_id", fileId))
                .path("file_path")
                .asText();
        Request request = new Request.Builder().url(files + path).build();
        try (Response response = link.http().newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new TelegramAway("Telegram answered " + response.code() + " to the fetch of a file.");
            }
            byte[] file = Objects.requireNonNull(response.body()).byteStream().readNBytes(limit + 1);
            if (file.length > limit) {
                throw new TelegramAway("A file is larger than " + limit + " bytes.");
            }
            return file;
        } catch (IOException e) {
            throw new TelegramAway("Telegram broke off the fetch of a file.");
        }
    }

    private JsonNode call(String method, ObjectNode body) {
        try (Response response = link.http().newCall(request(method, body)).execute()) {
            JsonNode answer =
                    json.readTree(Objects.requireNonNull(response.body()).bytes());
            if (answer.path("ok").asBoolean()) {
                return answer.path("result");
            }
            throw new TelegramAway("Telegram answered " + response.code() + " to " + method + ".");
        } catch (IOException e) {
            throw new TelegramAway("Telegram couldn't be asked for " + method + ".");
        }
    }

    private static ObjectNode allowing(Set<String> kinds, ObjectNode body) {
        ArrayNode names = body.putArray("allowed_updates");
        kinds.stream().sorted().forEach(names::add);
        return body;
    }

    private Request request(String method, ObjectNode body) {
        return new Request.Builder()
                .url(link.method(method))
                .post(RequestBody.create(body.toString(), JSON))
                .build();
    }
}
