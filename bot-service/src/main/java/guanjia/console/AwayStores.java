package guanjia.console;

import com.mongodb.MongoException;
import guanjia.stores.TroubleLog;
import io.lettuce.core.RedisException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** What fails because a store is away, also before a page's own code is reached, is a 503 that tells to try again, and one line in the log. */
@Component
@Order(AwayStores.BEFORE_THE_PAGES_OF_ERRORS)
final class AwayStores implements WebExceptionHandler {
    static final int BEFORE_THE_PAGES_OF_ERRORS = -2; // Spring Boot's have -1

    private static final TroubleLog TROUBLE = TroubleLog.of(AwayStores.class, DataAccessException.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (!(failure instanceof RuntimeException trouble) || !isAway(trouble)) {
            return Mono.error(failure);
        }
        TROUBLE.tell("A page can't be shown because a store is away", trouble);
        return Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, null, trouble));
    }

    private static boolean isAway(RuntimeException trouble) {
        return trouble instanceof RedisException
                || trouble instanceof MongoException
                || trouble instanceof DataAccessException;
    }
}
