package guanjia.directory;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
    @Bean
    Estates estates(MongoDatabase database) {
        return new MongoEstates(database, System::nanoTime);
    }

    @Bean
    MongoUnits units(MongoDatabase database) {
        return new MongoUnits(database);
    }

    @Bean
    ResidentDocuments residentDocuments(Secrets secrets) {
        return new ResidentDocuments(secrets);
    }

    @Bean
    Secrets secrets(MongoDatabase database, @Value("${guanjia.data-key:}") String key) {
        return Secrets.of(database, Optional.of(key).filter(given -> !given.isBlank()), new SecureRandom());
    }

    @Bean
    MongoResidents residents(MongoDatabase database, MongoUnits units, ResidentDocuments documents) {
        return new MongoResidents(database, units, documents);
    }

    @Bean
    ResidentsImport residentsImport(
            MongoDatabase database,
            MongoResidents residents,
            MongoUnits units,
            ResidentDocuments documents,
            Secrets secrets,
            Clock clock) {
        return new MongoResidentsImport(database, residents, units, documents, secrets, clock);
    }
}
