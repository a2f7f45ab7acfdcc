package guanjia.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.util.Map;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the product is compared with, on its HTTP stack and its stores: a handler with one round trip to each store, and one with the round
 * trips of a turn. Settings: {@code --mongo}, {@code --redis}, {@code --telegram}, {@code --server.port}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Floor {
    static final String ONE_EACH = "/floor/one-each";
    static final String SAME_TRIPS = "/floor/same-trips";

    /** As in the product's own settings. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "spring.threads.virtual.enabled",
            true,
            "spring.main.banner-mode",
            "off",
            "server.compression.enabled",
            true,
            "spring.thymeleaf.check-template-location",
            false,
            "management.health.mongodb.enabled",
            false,
            "logging.level.root",
            "warn",
            "logging.level.guanjia",
            "info");

    /** The process's entry point. */
    public static void main(String[] arguments) {
        SpringApplication floor = new SpringApplication(Floor.class, Handlers.class);
        floor.setDefaultProperties(SETTINGS);
        floor.run(arguments);
    }

    @Bean
    SecurityWebFilterChain open(ServerHttpSecurity http) {
        return http.authorizeExchange(all -> all.anyExchange().permitAll())
                .csrf(CsrfSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .build();
    }

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(@Value("${mongo}") String uri) {
        return MongoClients.create(uri);
    }

    @Bean(destroyMethod = "shutdown")
    RedisClient redisClient(@Value("${redis}") String url) {
        return RedisClient.create(url);
    }

    @Bean(destroyMethod = "close")
    StatefulRedisConnection<String, String> redis(RedisClient client) {
        return client.connect();
    }

    @Bean
    SameTrips sameTrips(
            MongoClient mongo, StatefulRedisConnection<String, String> redis, @Value("${telegram}") String telegram) {
        return new SameTrips(mongo.getDatabase("guanjia"), mongo.getDatabase("floor"), redis, telegram);
    }

    /** Both take an update as JSON and answer 200. */
    @RestController
    static class Handlers {
        private final MongoCollection<Document> updates;
        private final StatefulRedisConnection<String, String> redis;
        private final SameTrips sameTrips;
        private final ObjectMapper json = new ObjectMapper();

        Handlers(MongoClient mongo, StatefulRedisConnection<String, String> redis, SameTrips sameTrips) {
            this.updates = mongo.getDatabase("floor").getCollection("updates");
            this.redis = redis;
            this.sameTrips = sameTrips;
        }

        @PostMapping(ONE_EACH)
        void oneEach(@RequestBody byte[] body) throws IOException {
            JsonNode update = json.readTree(body);
            redis.sync().incr("floor:" + SameTrips.chat(update));
            updates.insertOne(new Document("update", update.path("update_id").asLong())
                    .append("body", new String(body, java.nio.charset.StandardCharsets.UTF_8)));
        }

        @PostMapping(SAME_TRIPS)
        void sameTrips(@RequestBody byte[] body) throws IOException {
            sameTrips.take(json.readTree(body));
        }
    }
}
