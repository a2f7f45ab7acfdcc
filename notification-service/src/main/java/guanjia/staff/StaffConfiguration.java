package guanjia.staff;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StaffConfiguration {
    @Bean
    StaffAccounts staffAccounts(MongoDatabase database) {
        return new MongoStaffAccounts(
                database,
                new Passwords(new SecureRandom()),
                new SignInLimits(database, InstantSource.system()),
                () -> UUID.randomUUID().toString());
    }

    @Bean
    Audit audit(MongoDatabase database, Clock clock) {
        return new MongoAudit(database, clock);
    }
}
