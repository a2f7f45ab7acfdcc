package guanjia;

import guanjia.infra.EmbeddedStores;
import guanjia.infra.StoresSettings;
import guanjia.infra.StoresSettings.Store;
import guanjia.infra.StoresStart;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the embedded stores before anything asks for their addresses, each of the two whose {@code SPRING_MONGODB_URI} or
 * {@code SPRING_DATA_REDIS_URL} is unset; with both set nothing is started. They stop after everything that uses them.
 */
class StoresAtStart implements EnvironmentPostProcessor, Ordered {
    /** Property that tells whether the MongoDB is the embedded one. */
    static final String EMBEDDED = "guanjia.embedded-stores";

    private static final Map<Store, String> ADDRESSES =
            Map.of(Store.MONGO, "spring.mongodb.uri", Store.REDIS, "spring.data.redis.url");

    private final Log log;

    /** @param logs keep what is logged until logging is set up, which happens later */
    StoresAtStart(DeferredLogFactory logs) {
        this.log = logs.getLog(StoresAtStart.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Set<Store> unset = EnumSet.noneOf(Store.class);
        ADDRESSES.forEach((store, property) -> {
            if (environment.getProperty(property, "").isBlank()) {
                unset.add(store);
            }
        });
        Map<String, Object> addresses = new LinkedHashMap<>();
        addresses.put(EMBEDDED, unset.contains(Store.MONGO));
        if (!unset.isEmpty()) {
            Path directory = Path.of(environment.getProperty("guanjia.data-dir", "./data"));
            EmbeddedStores stores = start(StoresSettings.in(directory, unset));
            unset.forEach(store -> addresses.put(ADDRESSES.get(store), address(stores, store)));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("embedded stores", addresses));
    }

    /** After the configuration files are read, whose values may name stores. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private EmbeddedStores start(StoresSettings settings) {
        StoresStart start = new StoresStart(settings);
        SpringApplication.getShutdownHandlers().add(start::close);
        EmbeddedStores stores = start.run();
        stores.endedOrphan()
                .ifPresent(pid -> log.info("Ended the redis-server " + pid + " that a killed process left behind"));
        return stores;
    }

    private static String address(EmbeddedStores stores, Store store) {
        return switch (store) {
            case MONGO -> stores.mongoUri();
            case REDIS -> stores.redisUri();
        };
    }
}
