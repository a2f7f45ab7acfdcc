package guanjia;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The product's business time: the system's, or, with {@code GUANJIA_CLOCK}, one that started at another instant and runs on. Leases,
 * limits, sessions and signatures don't use it.
 */
@Configuration(proxyBeanMethods = false)
class BusinessClock {
    @Bean
    Clock clock(@Value("${guanjia.clock:}") String start) {
        Clock system = Clock.systemUTC();
        if (start.isBlank()) {
            return system;
        }
        try {
            return Clock.offset(system, Duration.between(system.instant(), Instant.parse(start.strip())));
        } catch (DateTimeParseException e) {
            throw new WrongSetting("GUANJIA_CLOCK", "an instant such as 2026-02-17T01:00:00Z");
        }
    }
}
