package guanjia;

import guanjia.infra.EmbeddedStores;
import guanjia.infra.StoresSettings;
import guanjia.infra.StoresStart;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the embedded stores before anything asks for their addresses, where {@code SPRING_MONGODB_URI} or
 * {@code SPRING_DATA_REDIS_URL} are unset; with both set nothing is started. They stop after everything that uses them.
 */
class StoresAtStart implements EnvironmentPostProcessor, Ordered {
    /** Property that tells whether the MongoDB is the embedded one. */
    static final String EMBEDDED = "guanjia.embedded-stores";

    private static final String MONGO = "spring.mongodb.uri";
    private static final String REDIS = "spring.data.redis.url";

    private final Log log;

    /** @param logs keep what is logged until logging is set up, which happens later */
    StoresAtStart(DeferredLogFactory logs) {
        this.log = logs.getLog(StoresAtStart.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean mongo = isUnset(environment, MONGO);
        boolean redis = isUnset(environment, REDIS);
        Map<String, Object> addresses = new LinkedHashMap<>();
        addresses.put(EMBEDDED, mongo);
        if (mongo || redis) {
            Path directory = Path.of(environment.getProperty("guanjia.data-dir", "./data"));
            StoresStart start = new StoresStart(StoresSettings.in(directory));
            SpringApplication.getShutdownHandlers().add(start::close);
            EmbeddedStores stores = start.run();
            stores.endedOrphan()
                    .ifPresent(pid -> log.info("Ended the redis-server " + pid + " that a killed process left behind"));
            if (mongo) {
                addresses.put(MONGO, stores.mongoUri());
            }
            if (redis) {
                addresses.put(REDIS, stores.redisUri());
            }
        }
        environment.getPropertySources().addFirst(new MapPropertySource("embedded stores", addresses));
    }

    /** After the configuration files are read, whose values may name stores. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static boolean isUnset(ConfigurableEnvironment environment, String property) {
        return environment.getProperty(property, "").isBlank();
    }
}
