package guanjia.delivery;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** The connection to Twilio, with an address that can be set and without the library's silent second posts. */
final class TwilioLink extends NetworkHttpClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final URI api;

    private TwilioLink(URI api, Duration patience) {
        super(builder(patience));
        this.api = api;
    }

    static TwilioRestClient client(DeliverySettings.Twilio settings) {
        return client(settings, ANSWER);
    }

    /** @param patience for an answer */
    static TwilioRestClient client(DeliverySettings.Twilio settings, Duration patience) {
        HttpClient http = new TwilioLink(settings.apiUrl(), patience);
        return new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
                .accountSid(settings.accountSid())
                .httpClient(http)
                .build();
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        String url = request.getUrl().replaceFirst("^https://[^/]+", Matcher.quoteReplacement(api.toString()));
        Request moved = new Request(request.getMethod(), url);
        moved.setAuth(request.getUsername(), request.getPassword());
        if (request.getContentType() != null) {
            moved.setContentType(request.getContentType());
        }
        request.getPostParams().forEach((name, values) -> values.forEach(value -> moved.addPostParam(name, value)));
        request.getQueryParams().forEach((name, values) -> values.forEach(value -> moved.addQueryParam(name, value)));
        request.getHeaderParams().forEach((name, values) -> values.forEach(value -> moved.addHeaderParam(name, value)));
        Response answer = super.makeRequest(moved);
        String body = answer.getContent() == null ? "" : answer.getContent();
        if (answer.getStatusCode() >= 400 && !body.stripLeading().startsWith("{")) {
            // a proxy's page; the library would forget the status with it
            body = "{\"code\":0,\"message\":\"no answer of Twilio's\",\"status\":" + answer.getStatusCode() + "}";
        }
        return new Response(body, answer.getStatusCode(), answer.getHeaders());
    }

    private static HttpClientBuilder builder(Duration patience) {
        Timeout answer = Timeout.ofMilliseconds(patience.toMillis());
        return HttpClientBuilder.create()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(Outbox.WORKERS)
                        .setMaxConnPerRoute(Outbox.WORKERS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofMilliseconds(CONNECT.toMillis()))
                                .setSocketTimeout(answer)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(answer).build());
    }
}
