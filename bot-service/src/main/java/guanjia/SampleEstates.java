package guanjia;

import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.directory.ResidentsImport;
import guanjia.knowledge.Handbooks;
import guanjia.knowledge.Publication;
import guanjia.staff.Role;
import guanjia.staff.StaffAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Two fictional estates to try the product on: handbooks, residents and staff. */
@Component
@ConditionalOnExpression("${guanjia.role.bot:true} or ${guanjia.role.console:true}")
class SampleEstates {
    private static final String FOLDER = "classpath:guanjia/knowledge/sample/";
    private static final List<Sample> SAMPLES =
            List.of(new Sample(new EstateCode("yihe"), "YH"), new Sample(new EstateCode("xinghui"), "XH"));

    private final Estates estates;
    private final ResidentsImport residents;
    private final Handbooks handbooks;
    private final StaffAccounts staff;
    private final JsonMapper json = JsonMapper.builder().build();

    SampleEstates(Estates estates, ResidentsImport residents, Handbooks handbooks, StaffAccounts staff) {
        this.estates = estates;
        this.residents = residents;
        this.handbooks = handbooks;
        this.staff = staff;
    }

    private record Sample(EstateCode code, String shortCode) {}

    private record StaffFile(String login, String name, Role role, List<String> estates) {}

    /** Loads what isn't there yet, all estates at once. @return the random passwords of the accounts it made, by login, shown once */
    Map<String, String> load() {
        Map<String, String> passwords = new LinkedHashMap<>();
        try (ExecutorService loading = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Map<String, String>>> loads = SAMPLES.stream()
                    .filter(sample -> estates.find(sample.code()).isEmpty())
                    .map(sample -> loading.submit(() -> load(sample.code(), sample.shortCode())))
                    .toList();
            loads.forEach(load -> passwords.putAll(loaded(load)));
        }
        return passwords;
    }

    private static Map<String, String> loaded(Future<Map<String, String>> load) {
        try {
            return load.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the sample estates were loaded", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The sample estates can't be loaded", e.getCause());
        }
    }

    /** The estate comes last: as long as it isn't there, a start that was killed begins again. */
    private Map<String, String> load(EstateCode code, String shortCode) {
        Map<String, String> passwords = new LinkedHashMap<>();
        var estate =
                json.readValue(bytes(code, "estate.json"), EstateFile.class).sample(code, shortCode);
        Map<String, byte[]> books = new LinkedHashMap<>();
        files(code, "*.md").forEach(file -> books.put(Objects.requireNonNullElse(file.getFilename(), ""), bytes(file)));
        handbooks.publish(code.value(), books).forEach((name, publication) -> {
            if (publication instanceof Publication.Unreadable unreadable) {
                throw new IllegalStateException("Sample handbook " + name + ": " + unreadable.reason());
            }
        });
        residents.take(estate, bytes(code, "residents.csv"), ResidentsImport.Absent.KEEP);
        for (StaffFile member : json.readValue(bytes(code, "staff.json"), StaffFile[].class)) {
            Set<EstateCode> where =
                    member.estates().stream().map(EstateCode::new).collect(Collectors.toSet());
            var account = new StaffAccounts.NewAccount(member.login(), member.name(), member.role(), where);
            if (staff.create(account, Optional.empty()) instanceof StaffAccounts.Created created) {
                created.password().ifPresent(password -> passwords.put(member.login(), password));
            }
        }
        estates.save(estate);
        return passwords;
    }

    private static byte[] bytes(EstateCode code, String name) {
        return bytes(files(code, name).getFirst());
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Resource> files(EstateCode code, String pattern) {
        try {
            String all = FOLDER.replace("classpath:", "classpath*:") + code + "/" + pattern;
            return new ArrayList<>(List.of(new PathMatchingResourcePatternResolver().getResources(all)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
