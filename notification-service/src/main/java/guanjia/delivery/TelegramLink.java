package guanjia.delivery;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The connection to Telegram: nothing is posted twice behind our back, and every end of a call can be told apart. */
final class TelegramLink {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(15);

    private final OkHttpClient http;
    private final TelegramClient client;
    private final String base;

    TelegramLink(DeliverySettings.Telegram settings) {
        this(settings, CALL);
    }

    /** @param patience for a whole call */
    TelegramLink(DeliverySettings.Telegram settings, Duration patience) {
        URI api = settings.apiUrl();
        this.http = client(api, patience);
        this.base = api + "/bot" + settings.token() + "/";
        this.client = new OkHttpTelegramClient(http, settings.token(), telegramUrl(api));
    }

    /** The request was on its way when the connection broke: nobody knows. */
    static final class RequestMayHaveLeft extends IOException {
        private static final long serialVersionUID = 1L;

        RequestMayHaveLeft(IOException cause) {
            super(cause);
        }
    }

    OkHttpClient http() {
        return http;
    }

    TelegramClient client() {
        return client;
    }

    /** The address of a method. */
    String method(String name) {
        return base + name;
    }

    private static OkHttpClient client(URI api, Duration patience) {
        Dispatcher dispatcher = new Dispatcher(java.util.concurrent.Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("telegram-call-", 0).factory()));
        dispatcher.setMaxRequests(2 * Outbox.WORKERS);
        dispatcher.setMaxRequestsPerHost(2 * Outbox.WORKERS);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new okhttp3.ConnectionPool(Outbox.WORKERS, 60, java.util.concurrent.TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(patience)
                .callTimeout(patience)
                .addInterceptor(chain -> readable(withPath(chain, api.getRawPath())))
                .addNetworkInterceptor(TelegramLink::markAsLeft)
                .build();
    }

    /** The library's own address has no path. */
    private static Response withPath(Interceptor.Chain chain, String path) throws IOException {
        HttpUrl url = chain.request().url();
        if (path.isEmpty() || url.encodedPath().startsWith(path + "/")) {
            return chain.proceed(chain.request());
        }
        HttpUrl longer = url.newBuilder().encodedPath(path + url.encodedPath()).build();
        return chain.proceed(chain.request().newBuilder().url(longer).build());
    }

    private static Response markAsLeft(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (IOException e) {
            throw new RequestMayHaveLeft(e);
        }
    }

    /** A proxy's error page becomes an answer with the status, so that it isn't mistaken for a broken success. */
    private static Response readable(Response response) throws IOException {
        if (response.isSuccessful()
                || response.peekBody(64).string().stripLeading().startsWith("{")) {
            return response;
        }
        response.close();
        String said = response.code() == 503 || response.code() < 500 ? "not taken" : "gateway";
        String body = "{\"ok\":false,\"error_code\":" + response.code() + ",\"description\":\"" + said + "\"}";
        return response.newBuilder().body(ResponseBody.create(body, JSON)).build();
    }

    private static TelegramUrl telegramUrl(URI api) {
        int standard = "https".equals(api.getScheme()) ? 443 : 80;
        return TelegramUrl.builder()
                .schema(api.getScheme())
                .host(api.getHost())
                .port(api.getPort() < 0 ? standard : api.getPort())
                .build();
    }
}
